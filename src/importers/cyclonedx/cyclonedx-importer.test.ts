import { describe, expect, it } from 'vitest';
import type { Decision, Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { cyclonedxImporter } from '#importers/cyclonedx/cyclonedx-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';
import { refusalLater } from '#test/support/refusal.ts';

type Json = Readonly<Record<string, unknown>>;
const shop: Entry = { kind: 'services', entity: { id: 'shop', name: 'Web shop', exposure: 'internet', repository: 'github.com/acme/shop' }, stamp: {} };
const leftPad = { type: 'library', 'bom-ref': 'a', name: 'left-pad', version: '1.0.0', purl: 'pkg:npm/left-pad@1.0.0' };
const serial = '3e671687-395b-41f5-a30f-a58921a69b79';

function vulnerability(fields: Json = {}): Json {
  return { id: 'CVE-2026-0001', ratings: [{ score: 9.8, severity: 'critical', method: 'CVSSv31' }], description: 'A hole.', affects: [{ ref: 'a' }], ...fields };
}

function bom(fields: Json = {}): Json {
  return {
    bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}`, version: 1,
    metadata: { timestamp: '2026-11-01T05:00:00Z', component: { type: 'application', 'bom-ref': 'root', name: 'shop' } },
    components: [leftPad], vulnerabilities: [vulnerability()], ...fields,
  };
}

async function read(content: Json | string, options: Parameters<typeof importContext>[0] = {}) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const items = await itemsOf(cyclonedxImporter.read(memorySource('bom.json', text), importContext({ held: [shop], ...options })));
  const entries = entriesIn(items);
  return {
    entries,
    findings: entries.flatMap((entry): Finding[] => (entry.kind === 'findings' ? [entry.entity] : [])),
    decisions: entries.flatMap((entry): Decision[] => (entry.kind === 'decisions' ? [entry.entity] : [])),
    rejected: items.flatMap((item) => (item.type === 'rejected' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    repaired: items.flatMap((item) => (item.type === 'repaired' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    notes: items.flatMap((item) => (item.type === 'note' ? [item.text] : [])),
  };
}

const withVulnerability = (fields: Json): Json => bom({ vulnerabilities: [vulnerability(fields)] });
const oneFinding = async (content: Json, options?: Parameters<typeof importContext>[0]): Promise<Finding | undefined> =>
  (await read(content, options)).findings[0];

describe('a CycloneDX document', () => {
  it('becomes findings, one for each vulnerability and component', async () => {
    const { entries, notes } = await read(withVulnerability({ cwes: [79] }), { defaults: { stageId: 'deploy', releaseId: 'shop-1', teamId: 'web' } });
    expect(entries).toEqual([
      {
        kind: 'findings',
        entity: {
          id: expect.stringMatching(/^shop:cyclonedx:CVE-2026-0001:[0-9a-f]{10}$/), serviceId: 'shop', at: '2026-11-01T05:00:00Z', severity: 'critical',
          severityWord: 'critical', score: 9.8, title: 'A hole.', source: 'CycloneDX', externalId: 'CVE-2026-0001', component: 'pkg:npm/left-pad@1.0.0',
          defectClass: 'CWE-79', foundStageId: 'deploy', introducedReleaseId: 'shop-1', introducedByTeamId: 'web', originMethod: 'scan', scanScope: 'shop',
          firstScan: { build: { at: '2026-11-01T05:00:00Z', names: ['shop-1'] }, stage: { at: '2026-11-01T05:00:00Z', id: 'deploy' } },
        },
        stamp: { recordedAt: '2026-11-21', recordedBy: 'importer', source: 'bom.json', basis: 'documented' },
      },
    ]);
    expect(notes).toEqual(['1 component: 1 vulnerability, 1 finding.']);
  });

  it.each([
    ['package URL of a code host', { name: 'x', purl: 'pkg:github/acme/shop@1' }],
    ['version control address', { name: 'x', externalReferences: [{ type: 'website', url: 'https://x' }, { type: 'vcs', url: 'git@github.com:acme/shop.git' }] }],
    ['name', { name: 'Web Shop' }],
    ['package name', { name: 'x', purl: 'pkg:npm/shop@1' }],
  ])('is put on the service of the %s of its subject', async (_name, component) => {
    expect(await oneFinding(bom({ metadata: { component } }))).toMatchObject({ serviceId: 'shop' });
  });

  it('is refused where its service cannot be told, and read where it was named', async () => {
    expect(await refusalLater(() => read(bom({ metadata: {} })))).toMatchObject({ code: 'service-unknown', place: '/metadata/component' });
    expect(await oneFinding(bom({ metadata: {} }), { defaults: { serviceId: 'shop' } })).toMatchObject({ serviceId: 'shop' });
  });

  it('is an inventory where it lists no vulnerabilities, and needs no service then', async () => {
    const { vulnerabilities: _, ...inventory } = bom({ metadata: {} });
    const { entries, notes } = await read(inventory);
    expect(entries).toEqual([]);
    expect(notes[0]).toBe('An inventory of 1 component without a list of vulnerabilities: it says nothing about them.');
    expect((await read(bom({ vulnerabilities: [] }))).notes[0]).toContain('list of vulnerabilities is empty');
  });

  it.each(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])('is read in version %s', async (specVersion) => {
    const { findings, notes } = await read(bom({ specVersion }));
    expect(findings).toHaveLength(1);
    expect(notes.includes(`CycloneDX ${specVersion} is older than 1.5 and is read alike.`)).toBe(specVersion < '1.5');
  });

  it.each([
    ['a newer version', bom({ specVersion: '1.8' }), 'version'],
    ['another format', bom({ bomFormat: 'SPDX' }), 'format-mismatch'],
    ['no format at all', {}, 'format-mismatch'],
    ['an XML document', '<?xml version="1.0"?><!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]><bom>&x;</bom>', 'xml-not-supported'],
    ['a single value', '1', 'schema'],
    ['a truncated file', '{"bomFormat":"CycloneDX","vulnerabilities":[', 'json-syntax'],
  ])('is refused for %s', async (_name, content, code) => {
    expect((await refusalLater(() => read(content))).code).toBe(code);
  });

  it('says how an XML document is converted', async () => {
    expect((await refusalLater(() => read('<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>'))).remedy).toContain('cyclonedx convert --input-file');
  });

  it('takes the other vulnerabilities where one cannot be read', async () => {
    const { rejected, findings } = await read(bom({ vulnerabilities: [7, { affects: [{ ref: 'a' }] }, vulnerability()] }));
    expect(rejected).toEqual(['/vulnerabilities/0 schema', '/vulnerabilities/1 id-missing']);
    expect(findings).toHaveLength(1);
    expect((await read(bom({ vulnerabilities: {} }))).rejected).toEqual(['/vulnerabilities schema']);
  });

  it('names the tool that made it, in either form of the list', async () => {
    const metadata = (tools: unknown): Json => ({ component: { name: 'shop' }, tools });
    expect((await oneFinding(bom({ metadata: metadata([{ name: 'grype' }]) })))?.source).toBe('grype');
    expect((await oneFinding(bom({ metadata: metadata({ components: [{ name: 'trivy' }] }) })))?.source).toBe('trivy');
  });

  it('lists what is set right: times, references, addresses in package URLs', async () => {
    const { repaired } = await read(bom({
      metadata: { timestamp: '2026-02-30', component: { name: 'shop' } },
      components: [leftPad, { name: 'b', purl: 'pkg:npm/b@1?repository_url=http://169.254.169.254' }],
      services: [{ 'bom-ref': 'api' }],
      dependencies: [{ ref: 'a', dependsOn: ['b'] }, { ref: 'api' }, { ref: 'nope' }],
    }));
    expect(repaired).toEqual(['/metadata/timestamp time-format', '/components purl', '/dependencies dangling-reference']);
  });
});

describe('the severity of a vulnerability', () => {
  it.each([
    ['CVSS 4 before 3.1', [{ score: 5, method: 'CVSSv31' }, { score: 9.1, method: 'CVSSv4' }], { severity: 'critical', score: 9.1 }],
    ['CVSS 3.1 before 3.0 and 2', [{ score: 2, method: 'CVSSv2' }, { score: 5, method: 'CVSSv3' }, { score: 7.5, method: 'CVSSv31' }], { severity: 'high', score: 7.5 }],
    ['the earlier of one method', [{ score: 7.5, method: 'CVSSv31' }, { score: 0, severity: 'none', method: 'CVSSv31' }], { severity: 'high', score: 7.5 }],
    ['a score before a word', [{ severity: 'low' }, { severity: 'high', score: 8.1, method: 'CVSSv3' }], { severity: 'high', score: 8.1 }],
    ['the word beside the score', [{ score: 6.5, severity: 'low', method: 'CVSSv3' }], { severity: 'low', severityWord: 'low', score: 6.5 }],
    ['a word alone', [{ severity: 'medium', source: { name: 'debian' } }], { severity: 'medium', severityWord: 'medium' }],
    ['a score without a method', [{ score: 7 }], { severity: 'high', score: 7 }],
    ['the word of another method, whose numbers have their own scale', [{ score: 42, severity: 'high', method: 'OWASP' }], { severity: 'high' }],
    ['unknown where nothing is said', [], { severity: 'unknown' }],
  ])('is %s', async (_name, ratings, expected) => {
    const { findings, repaired } = await read(withVulnerability({ ratings }));
    expect(findings[0]).toMatchObject(expected);
    expect(repaired).toEqual([]);
  });

  it.each([
    [[{ score: 99, vector: 'CVSS:3.1/AV:N<script>' }], 'number-range'],
    [[{ score: -1, method: 'CVSSv31' }], 'number-range'],
    [[{ severity: 'trust me' }], 'enum'],
  ])('passes over the rating %j', async (ratings, code) => {
    const { findings, repaired } = await read(withVulnerability({ ratings }));
    expect(findings[0]).toMatchObject({ severity: 'unknown' });
    expect(findings[0]).not.toHaveProperty('score');
    expect(repaired).toEqual([`/vulnerabilities/0/ratings ${code}`]);
  });
});

describe('what a vulnerability affects', () => {
  it('is found in nested components, in the subject, by its package URL or by its name', async () => {
    const components = [{ name: 'outer', 'bom-ref': 'o', components: [{ name: 'inner', version: '2', 'bom-ref': 'i' }] }];
    const affects = ['i', 'root', 'o'].map((ref) => ({ ref }));
    const found = await read(bom({ components, vulnerabilities: [vulnerability({ affects })] }));
    expect(found.findings.map(({ component }) => component)).toEqual(['inner@2', 'shop', 'outer']);
    expect(found.repaired).toEqual([]);
  });

  it('is kept as text where the document does not list it', async () => {
    const { findings, repaired } = await read(withVulnerability({ affects: [{ ref: 'pkg:npm/ghost@1' }, { ref: 'nope' }] }));
    expect(findings.map(({ component }) => component)).toEqual(['pkg:npm/ghost@1', 'nope']);
    expect(repaired).toEqual(['/vulnerabilities/0/affects/0 dangling-reference', '/vulnerabilities/0/affects/1 dangling-reference']);
  });

  it('is found through a link to the document itself', async () => {
    const { findings, rejected } = await read(withVulnerability({ affects: [{ ref: `urn:cdx:${serial}/1#a` }] }));
    expect([findings[0]?.component, rejected]).toEqual(['pkg:npm/left-pad@1.0.0', []]);
  });

  it('is out of scope where it is a component of another document and this one has its own', async () => {
    const { findings, decisions, rejected } = await read(withVulnerability({ analysis: { state: 'not_affected' }, affects: [{ ref: 'urn:cdx:other-team/1#log4j' }, { ref: 'a' }] }));
    expect(rejected).toEqual(['/vulnerabilities/0/affects/0 out-of-scope']);
    expect([findings.length, decisions.length]).toEqual([1, 1]);
  });

  it('may be listed elsewhere where the document lists nothing itself', async () => {
    const { components: _, ...vex } = withVulnerability({ affects: [{ ref: 'urn:cdx:11111111-2222-4333-8444-555555555555/1#pkg:npm/left-pad@1.0.0' }] });
    const { findings, notes } = await read(vex);
    expect(findings[0]?.component).toBe('pkg:npm/left-pad@1.0.0');
    expect(findings[0]?.id).toBe((await oneFinding(bom()))?.id);
    expect(notes).toContain('1 statement is about a component that another document lists; it is put on the service that was named.');
  });

  it('may be left out', async () => {
    expect(await oneFinding(withVulnerability({ affects: [] }))).not.toHaveProperty('component');
  });
});

describe('the identity of a vulnerability in a component', () => {
  it('stays when the component moves to a version that does not mend it', async () => {
    const before = await oneFinding(bom());
    const after = await oneFinding(bom({ components: [{ ...leftPad, version: '1.0.1', purl: 'pkg:npm/left-pad@1.0.1?arch=x64' }] }));
    expect(after?.id).toBe(before?.id);
    expect(after?.component).toBe('pkg:npm/left-pad@1.0.1?arch=x64');
  });

  it('is its CVE, whatever else it goes by', async () => {
    const advisory = vulnerability({ id: 'GHSA-aaaa-bbbb-cccc', references: [{ id: 'CVE-2026-0001' }] });
    expect((await oneFinding(bom({ vulnerabilities: [advisory] })))?.id).toBe((await oneFinding(bom()))?.id);
    const several = vulnerability({ id: 'RHSA-1', references: [{ id: 'CVE-2026-0001' }, { id: 'CVE-2026-0002' }] });
    expect((await oneFinding(bom({ vulnerabilities: [several] })))?.externalId).toBe('RHSA-1');
  });

  it('counts two versions of a component once, and the one with most left to do speaks for both', async () => {
    const components = [leftPad, { ...leftPad, 'bom-ref': 'b', purl: 'pkg:npm/left-pad@2.0.0' }];
    const { findings, decisions, notes } = await read(bom({
      components,
      vulnerabilities: [vulnerability({ analysis: { state: 'resolved' } }), vulnerability({ affects: [{ ref: 'b' }], analysis: { state: 'exploitable' } })],
    }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).not.toHaveProperty('fixedAt');
    expect(decisions).toEqual([]);
    expect(notes).toContain('1 place is another version of a component that is counted once.');
  });

  it('does not let one version that is set aside speak for another that is not', async () => {
    const components = [leftPad, { ...leftPad, 'bom-ref': 'b', purl: 'pkg:npm/left-pad@2.0.0' }];
    const setAside = vulnerability({ analysis: { state: 'not_affected' } });
    expect((await read(bom({ components, vulnerabilities: [setAside, vulnerability({ affects: [{ ref: 'b' }] })] }))).decisions).toEqual([]);
  });

  it('is the same on a later day, and a changed rating changes nothing else', async () => {
    const undated = bom({ metadata: { component: { name: 'shop' } }, vulnerabilities: [vulnerability({ analysis: { state: 'not_affected' } })] });
    const first = await read(undated);
    const later = { at: '2027-01-05', held: [shop, ...first.entries] };
    expect((await read(undated, later)).entries.map(({ entity }) => entity)).toEqual(first.entries.map(({ entity }) => entity));
    const rated = bom({ metadata: { component: { name: 'shop' } }, vulnerabilities: [vulnerability({ ratings: [{ severity: 'low' }] })] });
    expect(await oneFinding(rated, later)).toMatchObject({ at: '2026-11-21', severity: 'low' });
  });
});

describe('the analysis of a vulnerability', () => {
  it.each(['resolved', 'resolved_with_pedigree'])('that says %s ends the finding', async (state) => {
    const { findings, decisions } = await read(withVulnerability({ analysis: { state, lastUpdated: '2026-10-10T00:00:00Z', response: ['can_not_fix'] } }));
    expect(findings[0]?.fixedAt).toBe('2026-10-10T00:00:00Z');
    expect(decisions).toMatchObject([{ kind: 'mitigate', implementedAt: '2026-10-10T00:00:00Z' }]);
    expect(decisions[0]).not.toHaveProperty('byId');
  });

  it('that says resolved without a date ends the finding on the day of the document', async () => {
    expect((await oneFinding(withVulnerability({ analysis: { state: 'resolved' } })))?.fixedAt).toBe('2026-11-01T05:00:00Z');
  });

  it.each([
    [{ state: 'not_affected', justification: 'code_not_reachable', detail: 'Dead code.' }, 'not_affected · code_not_reachable · Dead code.'],
    [{ state: 'false_positive' }, 'false_positive'],
    [{ state: 'exploitable', response: ['will_not_fix'] }, 'exploitable'],
    [{ state: 'in_triage', response: ['can_not_fix', 'update'] }, 'in_triage'],
  ])('%j is a decision without a maker, and the finding stays', async (analysis, rationale) => {
    const { findings, decisions } = await read(withVulnerability({ analysis: { ...analysis, lastUpdated: '2026-10-10T00:00:00Z' } }));
    const id = findings[0]?.id;
    expect(findings[0]).not.toHaveProperty('fixedAt');
    expect(decisions).toEqual([{ id: `${id}:vex`, riskId: id, findingId: id, kind: 'accept', at: '2026-10-10T00:00:00Z', rationale }]);
  });

  it('makes its decision belong to the risk that links the finding', async () => {
    const id = (await oneFinding(bom()))?.id ?? '';
    const risk: Entry = { kind: 'risks', entity: { id: 'R1', serviceIds: ['shop'], openedAt: '2026-01-01', findingIds: [id] }, stamp: {} };
    expect((await read(withVulnerability({ analysis: { state: 'false_positive' } }), { held: [shop, risk] })).decisions[0]?.riskId).toBe('R1');
  });

  it.each(['exploitable', 'in_triage'])('that says %s decides nothing', async (state) => {
    expect((await read(withVulnerability({ analysis: { state } }))).decisions).toEqual([]);
  });

  it('in a state CycloneDX does not have decides nothing and is listed', async () => {
    const { findings, decisions, repaired } = await read(withVulnerability({ analysis: { state: 'trust_me' } }));
    expect([findings.length, decisions.length, repaired]).toEqual([1, 0, ['/vulnerabilities/0/analysis enum']]);
  });

  it('tells since when the finding is known', async () => {
    expect((await oneFinding(withVulnerability({ analysis: { state: 'in_triage', firstIssued: '2026-03-03T00:00:00Z' } })))?.at).toBe('2026-03-03T00:00:00Z');
  });

  it('never dates anything after the import', async () => {
    const late = bom({ metadata: { timestamp: '2030-01-01T00:00:00Z', component: { name: 'shop' } }, vulnerabilities: [vulnerability({ analysis: { state: 'resolved', lastUpdated: '2031-01-01' } })] });
    expect(await oneFinding(late)).toMatchObject({ at: '2026-11-21', fixedAt: '2026-11-21' });
  });
});

describe('detection of CycloneDX', () => {
  it.each([
    ['its format field', '{"bomFormat":"CycloneDX"', 'x.json', true],
    ['the format field of another, to be refused by name', '{"bomFormat":"SPDX"', 'x.json', true],
    ['its schema', '{"$schema":"http://cyclonedx.org/schema/bom-1.5.schema.json"', 'x.json', true],
    ['its XML namespace, to be refused by name', '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4"', 'x.xml', true],
    ['its file name', '', 'shop.cdx.json', true],
    ['other XML', '<?xml version="1.0"?><project/>', 'pom.xml', false],
    ['other JSON', '{"runs":[]}', 'x.json', false],
  ])('goes by %s', (_name, start, name, expected) => {
    expect(cyclonedxImporter.detects(start, name)).toBe(expected);
  });
});

describe('the components of a document', () => {
  it('with a package URL that is none, or the bom-ref of another, are said to have it', async () => {
    const { repaired, findings } = await read(bom({ components: [leftPad, { 'bom-ref': 'b', name: 'x', purl: 'not a purl' }, { 'bom-ref': 'b', name: 'y' }] }));
    expect(repaired).toEqual(['/components purl', '/components duplicate-id']);
    expect(findings).toHaveLength(1);
  });
});

describe('a VEX document about components listed elsewhere', () => {
  const statement = bom({ components: [], vulnerabilities: [{ id: 'CVE-2026-0001', affects: [{ ref: 'pkg:npm/left-pad@1.0.0' }], analysis: { state: 'not_affected', justification: 'code_not_reachable' } }] });
  const scanned: Entry = { kind: 'findings', entity: { id: 'shop:trivy:1', serviceId: 'shop', at: '2026-10-01', severity: 'high', externalId: 'GHSA-1', aliases: ['CVE-2026-0001'], component: 'pkg:npm/left-pad@1.0.0' }, stamp: {} };

  it('decides about the finding another scanner made, by nobody it names', async () => {
    const { findings, decisions } = await read(statement, { held: [shop, scanned] });
    expect(findings).toEqual([]);
    expect(decisions).toMatchObject([{ findingId: 'shop:trivy:1', kind: 'accept', rationale: 'not_affected · code_not_reachable' }]);
    expect(decisions[0]).not.toHaveProperty('byId');
  });

  it('is kept as a finding of its own where no scanner found it', async () => {
    expect((await read(statement)).findings).toHaveLength(1);
  });
});
