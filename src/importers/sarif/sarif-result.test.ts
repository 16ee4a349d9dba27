import { describe, expect, it } from 'vitest';
import { limits } from '#importers/reading/limits.ts';
import { log, oneFinding, readSarif, result, rule, run, type Json } from '#test/support/sarif-log.ts';

describe('the severity of a SARIF result', () => {
  it.each([
    ['security-severity of the result', { properties: { 'security-severity': '9.8' }, level: 'note' }, {}, { severity: 'critical', severityWord: '9.8', score: 9.8 }],
    ['security-severity of the rule', { level: 'note' }, { properties: { 'security-severity': '5.0' } }, { severity: 'medium', score: 5 }],
    ['a word in its place', {}, { properties: { 'security-severity': 'CRITICAL' } }, { severity: 'critical', severityWord: 'CRITICAL' }],
    ['the severity word of the tool', { level: 'error', properties: { severity: 'low' } }, {}, { severity: 'low', severityWord: 'low' }],
    ['its level', { level: 'note' }, {}, { severity: 'low', severityWord: 'note' }],
    ['the level none', { level: 'none' }, {}, { severity: 'info', severityWord: 'none' }],
    ['its rank', { rank: 95 }, {}, { severity: 'critical', severityWord: 'rank 95' }],
    ['the level of its rule', {}, { defaultConfiguration: { level: 'note' } }, { severity: 'low' }],
    ['the default of SARIF', {}, { defaultConfiguration: {} }, { severity: 'medium', severityWord: 'warning' }],
  ])('is %s', async (_name, fields, ruleFields, expected) => {
    expect(await oneFinding(log(run({ results: [result(fields)] }, [{ ...rule, ...ruleFields }])))).toMatchObject(expected);
  });

  it('is unknown for a level SARIF does not have, with the word kept', async () => {
    const { findings, repaired } = await readSarif(log(run({ results: [result({ level: 'critical' })] })));
    expect(findings[0]).toMatchObject({ severity: 'unknown', severityWord: 'critical' });
    expect(repaired).toEqual(['/runs/0/results/0 enum']);
  });

  it.each([["9.8'; DROP TABLE decision;--", 'number-format'], ['99', 'number-range'], [-1, 'number-range']])(
    'passes over the security-severity %j', async (value, code) => {
      const { findings, repaired } = await readSarif(log(run({ results: [result({ properties: { 'security-severity': value } })] })));
      expect(findings[0]).toMatchObject({ severity: 'high', severityWord: 'error' });
      expect(repaired).toEqual([`/runs/0/results/0 ${code}`]);
    },
  );
});

describe('what a SARIF result says', () => {
  it('is its text with placeholders filled and links to other places as words', async () => {
    const message = { text: '{0} is used {{twice}}, see [there](1) and {3}', arguments: ['ptr'] };
    expect((await oneFinding(log(run({ results: [result({ message })] }))))?.title).toBe('ptr is used {twice}, see there and {3}');
  });

  it('is left as it came where there is nothing to fill in', async () => {
    const message = { text: '{{constructor}} ${7*7} <b>x</b> {0}' };
    expect((await oneFinding(log(run({ results: [result({ message })] }))))?.title).toBe('{{constructor}} ${7*7} <b>x</b> {0}');
  });

  it('comes from the message of its rule, of its tool, or the words of its rule', async () => {
    const titleFor = async (message: Json, driver: Json = {}): Promise<string | undefined> =>
      (await oneFinding(log({ ...run({ results: [result({ message })] }), tool: { driver: { name: 'T', rules: [{ ...rule, messageStrings: { own: { text: 'Own {0}' } } }], ...driver } } })))?.title;
    expect(await titleFor({ id: 'own', arguments: ['x'] })).toBe('Own x');
    expect(await titleFor({ id: 'shared' }, { globalMessageStrings: { shared: { text: 'Shared' } } })).toBe('Shared');
    expect(await titleFor({ id: 'missing' })).toBe('Rule one');
  });

  it('finds its rule by index in the driver or an extension, by id, and by the first part of an id', async () => {
    const tool = { driver: { name: 'T', rules: [rule] }, extensions: [{ name: 'X', rules: [{ id: 'X1', shortDescription: { text: 'Extension rule' } }] }] };
    const titles = (await readSarif(log(run({ tool, results: [
      { ruleIndex: 0, message: {} }, { rule: { index: 0, toolComponent: { index: 0 } }, message: {} }, { ruleId: 'X1', message: {} }, { ruleId: 'R1/sub/7', message: {} },
    ] })))).findings.map(({ title, externalId }) => [title, externalId]);
    expect(titles).toEqual([['Rule one', 'R1'], ['Extension rule', 'X1'], ['Rule one', 'R1/sub/7']]);
  });

  it('stays a finding where its rule is not there', async () => {
    const { findings, repaired } = await readSarif(log(run({ results: [{ ruleIndex: 99, message: { text: 'x' } }, { message: { text: 'y' } }] })));
    expect(findings.map(({ title }) => title)).toEqual(['x', 'y']);
    expect(repaired).toEqual(['/runs/0/results/0 dangling-reference', '/runs/0/results/1 missing-rule']);
  });

  it('names its weakness from a tag or a taxonomy of its rule, and its component from a package URL', async () => {
    const tagged = { ...rule, properties: { tags: ['security', 'external/cwe/cwe-079'] } };
    const related = { ...rule, relationships: [{ target: { id: '22', toolComponent: { name: 'CWE' } } }] };
    expect(await oneFinding(log(run({ results: [result({ properties: { purl: 'pkg:npm/a@1' } })] }, [tagged])))).toMatchObject({ defectClass: 'CWE-79', component: 'pkg:npm/a@1' });
    expect(await oneFinding(log(run({}, [related])))).toMatchObject({ defectClass: 'CWE-22' });
  });

  it('takes its place from the list of artifacts, or from the name in the code', async () => {
    const artifacts = [{ location: { uri: 'lib/b.ts' } }];
    const byIndex = result({ locations: [{ physicalLocation: { artifactLocation: { index: 0 }, region: { startLine: 3 } } }] });
    const byName = result({ locations: [{ logicalLocations: [{ fullyQualifiedName: 'a::b::c' }] }] });
    expect((await readSarif(log(run({ results: [byIndex, byName], artifacts })))).findings.map(({ location }) => location)).toEqual(['lib/b.ts:3', 'a::b::c']);
  });

  it.each([
    ['data:text/html,<script>1</script>', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
    ['../../../../etc/passwd', 'path-outside-root'],
    ['a/%2e%2e/..%2f../b', 'path-outside-root'],
    ['file://attacker.example/share/x', undefined],
    ['\\\\attacker.example\\share', undefined],
    ['C:/code/a.ts', undefined],
    ['a/../b.ts', undefined],
  ])('keeps the place %s as text', async (uri, code) => {
    const { findings, repaired } = await readSarif(log(run({ results: [result({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] })] })));
    expect(findings[0]?.location).toBe(uri);
    expect(repaired).toEqual(code === undefined ? [] : [`/runs/0/results/0 ${code}`]);
  });

  it('holds nothing of snippets, requests, commands and unread properties', async () => {
    const secret = 'wJalrEXAMPLEKEY';
    const place = { artifactLocation: { uri: '.env' }, region: { startLine: 1, snippet: { text: secret } }, contextRegion: { snippet: { text: secret } } };
    const { items } = await readSarif(log(run({
      invocations: [{ commandLine: secret, environmentVariables: { KEY: secret }, executionSuccessful: true }],
      results: [result({ locations: [{ physicalLocation: place }], webRequest: { body: { text: secret } }, properties: { offender: secret }, message: { text: 'Key', markdown: secret } })],
    })));
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('is no finding where it reports nothing wrong', async () => {
    const { findings, notes } = await readSarif(log(run({ results: [result({ kind: 'pass' }), result({ kind: 'notApplicable' }), result({ kind: 'open' })] })));
    expect(findings).toHaveLength(1);
    expect(notes).toContain('2 results report nothing wrong and are no finding.');
  });

  it('never says who decides', async () => {
    const { repaired, entries } = await readSarif(log(run({ results: [result({ properties: { owner: 'admin@acme.example' } })] })));
    expect(repaired).toEqual(['/runs/0/results/0 unknown-person']);
    expect(JSON.stringify(entries)).not.toContain('admin@acme.example');
  });

  it('counts the steps of a data flow it does not keep', async () => {
    const codeFlows = [{ threadFlows: [{ locations: Array.from({ length: limits.flowSteps + 1 }, (_, index) => ({ location: { id: index } })) }] }];
    expect((await readSarif(log(run({ results: [result({ codeFlows })] })))).repaired).toEqual(['/runs/0/results/0 flow-truncated']);
  });
});
