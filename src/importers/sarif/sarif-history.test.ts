import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { log, oneFinding, readSarif, result, run, shop, type Json } from '#test/support/sarif-log.ts';

describe('the identity of a SARIF result', () => {
  const idsOf = async (...results: readonly Json[]): Promise<readonly string[]> =>
    (await readSarif(log(run({ results })))).findings.map(({ id }) => id);
  const at = (uri: string, startLine: number): Json => ({ locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }] });

  it('is the fingerprint of the tool, wherever the code moves', async () => {
    const fingerprints = { 'id/v1': 'abcdef' };
    expect(await idsOf(result({ fingerprints, ...at('a.ts', 1) }))).toEqual(await idsOf(result({ fingerprints, ...at('b.ts', 99), message: { text: 'Other words' } })));
  });

  it('is the hash of the line with its file, since equal lines stand in many files', async () => {
    const partialFingerprints = { primaryLocationLineHash: 'abc:1' };
    const ids = await idsOf(result({ partialFingerprints, ...at('a.ts', 1) }), result({ partialFingerprints, ...at('b.ts', 1) }));
    const [first] = ids;
    expect(new Set(ids).size).toBe(2);
    expect(await idsOf(result({ partialFingerprints, ...at('a.ts', 50) }))).toEqual([first]);
  });

  it('does not take words in place of a fingerprint for one', async () => {
    const fingerprints = { 'matchBasedId/v1': 'requires login' };
    expect(new Set(await idsOf(result({ fingerprints, ...at('a.ts', 1) }), result({ fingerprints, ...at('b.ts', 1) }))).size).toBe(2);
  });

  it('is otherwise rule, file and message with the order in the file, so that a moved line is the same finding', async () => {
    const before = await idsOf(result(at('a.ts', 10)), result(at('a.ts', 20)), result(at('a.ts', 20)), result(at('b.ts', 10)));
    expect(before).toHaveLength(3);
    expect(new Set(before).size).toBe(3);
    const after = await idsOf(result(at('b.ts', 11)), result(at('a.ts', 25)), result(at('a.ts', 15)));
    expect([...after].sort()).toEqual([...before].sort());
  });

  it('counts a result that stands twice as one finding seen twice', async () => {
    const { findings, notes } = await readSarif(log(run({ results: [result(), result()] })));
    expect(findings).toHaveLength(1);
    expect(notes).toContain('1 result is one more occurrence of a finding in the same run.');
  });

  it('is the same on a later day, and a changed severity changes nothing else', async () => {
    const first = await readSarif(log(run({ results: [result(), result({ suppressions: [{ kind: 'inSource' }], ...at('z.ts', 1) })] })));
    const later = { at: '2027-01-05', held: [shop, ...first.entries] };
    const second = await readSarif(log(run({ results: [result(), result({ suppressions: [{ kind: 'inSource' }], ...at('z.ts', 1) })] })), later);
    expect(second.entries.map(({ entity }) => entity)).toEqual(first.entries.map(({ entity }) => entity));
    expect(await oneFinding(log(run({ results: [result({ level: 'note' })] })), later)).toEqual({ ...first.findings[0], severity: 'low', severityWord: 'note' });
  });
});

describe('when a SARIF finding was seen', () => {
  const scan = (fields: Json, invocation: Json = { executionSuccessful: true, endTimeUtc: '2026-11-20T04:00:00Z' }): Json =>
    log(run({ invocations: [invocation], results: [result(fields)] }));

  it('is the first detection, else the day of the scan, else the day of the import', async () => {
    expect((await oneFinding(scan({ provenance: { firstDetectionTimeUtc: '2025-02-03T00:00:00Z' } })))?.at).toBe('2025-02-03T00:00:00Z');
    expect((await oneFinding(scan({})))?.at).toBe('2026-11-20T04:00:00Z');
    expect((await oneFinding(log(run())))?.at).toBe('2026-11-21');
  });

  it('is never a time that is none, nor one after the import', async () => {
    const bad = await readSarif(scan({}, { startTimeUtc: '2026-02-30T23:59:60Z' }));
    expect([bad.findings[0]?.at, bad.repaired]).toEqual(['2026-11-21', ['/runs/0/invocations time-format']]);
    const late = await readSarif(scan({}, { startTimeUtc: '2030-01-01T00:00:00Z' }));
    expect([late.findings[0]?.at, late.repaired]).toEqual(['2026-11-21', ['/runs/0/invocations time-order']]);
  });

  it('ends where a full scan of the same scope no longer finds it', async () => {
    const { findings, notes } = await readSarif(scan({ baselineState: 'absent' }));
    expect(findings[0]?.fixedAt).toBe('2026-11-20T04:00:00Z');
    expect(notes).toContain('1 finding is gone: a full scan of the same scope no longer finds it.');
  });

  it.each([
    ['did not end well', { executionSuccessful: false, endTimeUtc: '2026-11-20T04:00:00Z' }],
    ['does not say how it ended', { endTimeUtc: '2026-11-20T04:00:00Z' }],
  ])('does not end where a scan %s', async (_name, invocation) => {
    const { findings, notes } = await readSarif(scan({ baselineState: 'absent' }, invocation));
    expect(findings[0]).not.toHaveProperty('fixedAt');
    expect(notes).toContain('1 finding is absent from a scan that does not say it was complete. Absence is no fix.');
  });

  it.each([
    [4, 0, true], [5, 0, false], [10, 10, true], [11, 9, false],
  ])('with %i others gone at once beside %i that stay: each ends %s', async (gone, there, ends) => {
    const results = [...Array.from({ length: gone }, (_, index) => result({ message: { text: `gone ${index}` }, baselineState: 'absent' })), ...Array.from({ length: there }, (_, index) => result({ message: { text: `there ${index}` }, baselineState: 'unchanged' }))];
    const { findings, repaired } = await readSarif(log(run({ invocations: [{ executionSuccessful: true, endTimeUtc: '2026-11-20T04:00:00Z' }], results })));
    expect(findings).toHaveLength(gone + there);
    expect(findings.filter(({ fixedAt }) => fixedAt !== undefined)).toHaveLength(ends ? gone : 0);
    expect(repaired).toEqual(ends ? [] : ['/runs/0 sudden-silence']);
  });

  it('does not end where a scan does not say what it covered', async () => {
    const { versionControlProvenance: _, ...anywhere } = run({ invocations: [{ executionSuccessful: true }], results: [result({ baselineState: 'absent' })] });
    expect(await oneFinding(log(anywhere), { defaults: { serviceId: 'shop' } })).not.toHaveProperty('fixedAt');
  });
});

describe('a suppression', () => {
  const suppressed = (...suppressions: readonly Json[]): Json => log(run({ results: [result({ suppressions })] }));

  it('leaves the finding and is a decision without a maker', async () => {
    const { findings, decisions } = await readSarif(suppressed({ kind: 'inSource', justification: 'trust me' }));
    expect(findings).toHaveLength(1);
    expect(decisions).toEqual([
      { id: `${findings[0]?.id}:suppressed`, riskId: findings[0]?.id, findingId: findings[0]?.id, kind: 'accept', at: '2026-11-21', rationale: 'trust me' },
    ]);
  });

  it('belongs to the risk that links the finding', async () => {
    const [finding] = (await readSarif(log(run()))).findings;
    const risk: Entry = { kind: 'risks', entity: { id: 'R1', serviceIds: ['shop'], openedAt: '2026-01-01', findingIds: [finding?.id ?? ''] }, stamp: {} };
    expect((await readSarif(suppressed({ kind: 'external' }), { held: [shop, risk] })).decisions[0]).toMatchObject({ riskId: 'R1', findingId: finding?.id });
  });

  it.each([
    ['none', [], 0],
    ['accepted', [{ kind: 'external', status: 'accepted' }], 1],
    ['accepted in the words of a draft', [{ kind: 'external', state: 'accepted' }], 1],
    ['under review', [{ kind: 'external', status: 'underReview' }], 0],
    ['rejected', [{ kind: 'external', status: 'rejected' }], 0],
    ['accepted and rejected', [{ kind: 'external', status: 'rejected' }, { kind: 'external', status: 'accepted' }], 1],
    ['under review and rejected', [{ kind: 'external', status: 'underReview' }, { kind: 'external', status: 'rejected' }], 0],
  ])('that is %s is %j and makes %i decisions', async (_name, suppressions, count) => {
    expect((await readSarif(suppressed(...suppressions))).decisions).toHaveLength(count);
  });
});
