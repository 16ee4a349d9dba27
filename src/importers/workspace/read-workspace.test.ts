import { describe, expect, it } from 'vitest';
import { entriesOfReading, readWorkspace } from '#importers/workspace/read-workspace.ts';
import { refusalOf } from '#test/support/refusal.ts';

const read = (text: string, name = 'record.yaml') => readWorkspace(text, name);
const entitiesIn = (text: string, name?: string) => entriesOfReading(read(text, name)).map((entry) => entry.entity);

describe('a workspace file', () => {
  it('is read from JSON and from YAML alike', () => {
    const json = '{"schema":"whose-call/1","teams":[{"id":"pay","kind":"engineering","leadId":"maya","recordedAt":"2026-01-02"}]}';
    const yaml = 'schema: whose-call/1\nteams:\n  - {id: pay, kind: engineering, leadId: maya, recordedAt: 2026-01-02}\n';
    const expected = [{ kind: 'teams', entity: { id: 'pay', kind: 'engineering', leadId: 'maya' }, stamp: { recordedAt: '2026-01-02' } }];
    expect(entriesOfReading(read(json, 'record.json'))).toEqual(expected);
    expect(entriesOfReading(read(yaml))).toEqual(expected);
  });

  it('keeps its good rows when others are bad, and names the place of each bad one', () => {
    const reading = read([
      'schema: whose-call/1',
      'persons:',
      '  - {id: ana, kind: person}',
      '  - {id: 7, kind: person}',
      '  - {id: ben, kind: robot}',
      '  - {id: cy, from: 2026-02-30}',
      '  - just text',
      '  - {kind: person}',
      '  - {id: dee, name: 1.10}',
      '  - {id: eve}',
    ].join('\n'));
    expect(entriesOfReading(reading).map((entry) => entry.entity.id)).toEqual(['ana', 'eve']);
    expect(reading.rejected.map(({ place, code }) => `${place} ${code}`)).toEqual([
      'line 4 type', 'line 5 enum', 'line 6 date', 'line 7 type', 'line 8 missing-field', 'line 9 type',
    ]);
    expect(reading.rejected[1]).toEqual({
      file: 'record.yaml', place: 'line 5', code: 'enum', reason: 'persons "ben": The field "kind" holds "robot".',
      remedy: 'Use one of "person", "role", "group", "mailbox".',
    });
  });

  it('takes null as absent everywhere but in acceptedAt, where it means offered and not accepted', () => {
    expect(entitiesIn('{"risks":[{"id":"r","serviceIds":[],"openedAt":"2026-01-01","ownerId":null,"exposure":null}]}', 'a.json')).toEqual([
      { id: 'r', serviceIds: [], openedAt: '2026-01-01' },
    ]);
    const [grant] = entitiesIn('{"grants":[{"id":"g","granteeId":"a","grantorId":"ROOT","from":null,"acceptedAt":null}]}', 'a.json');
    expect(grant).toStrictEqual({ id: 'g', granteeId: 'a', grantorId: 'ROOT', acceptedAt: null });
    expect(read('{"risks":[{"id":"r","serviceIds":[null],"openedAt":"2026-01-01"}]}', 'a.json').rejected).toHaveLength(1);
  });

  it('says unknown where a finding has no severity and a service no exposure, and person where a person has no kind', () => {
    expect(entitiesIn('findings: [{id: f, serviceId: s, at: 2026-01-01}]\nservices: [{id: s}]\npersons: [{id: p}]\n')).toEqual([
      { id: 'p', kind: 'person' }, { id: 's', exposure: 'unknown' }, { id: 'f', serviceId: 's', at: '2026-01-01', severity: 'unknown' },
    ]);
  });

  it('leaves out a field it does not know and says how often', () => {
    const reading = read('schema: whose-call/1\nteams:\n  - {id: a, kind: business, colour: red}\n  - {id: b, kind: business, colour: blue}\nplans: []\n');
    expect(entriesOfReading(reading)).toHaveLength(2);
    expect(reading.notes).toEqual([
      'The field teams.colour is not in the format and was left out of 2 rows.',
      '"plans" at the top is not in the format and was left out.',
    ]);
  });

  it('reads team as teamId, and says that it did', () => {
    const reading = read('services:\n  - {id: s, team: pay}\n  - {id: t, team: x, teamId: y}\n');
    expect(entriesOfReading(reading).map(({ entity }) => entity)).toEqual([
      { id: 's', teamId: 'pay', exposure: 'unknown' }, { id: 't', teamId: 'y', exposure: 'unknown' },
    ]);
    expect(reading.repaired.map(({ place, code }) => `${place} ${code}`)).toEqual(['line 2 field-name']);
  });

  it('keeps kinds of evidence and triggers it has never heard of', () => {
    expect(entitiesIn('evidence: [{id: e, riskId: r, at: 2026-01-01, kind: rumour}]\ndecisions: [{id: d, riskId: r, kind: accept, at: 2026-01-01, trigger: weather}]')).toMatchObject([
      { kind: 'rumour' }, { trigger: 'weather' },
    ]);
  });

  it('takes one policy or a list of its versions', () => {
    expect(entitiesIn('policy: {clock: {U3: 2}}')).toEqual([{ id: 'policy', clock: { U3: 2 } }]);
    expect(entitiesIn('policy:\n  - {version: "1", recordedAt: 2026-01-01}\n  - {version: "2", recordedAt: 2026-06-01}\n')).toMatchObject([
      { id: 'policy', version: '1' }, { id: 'policy', version: '2' },
    ]);
  });

  it('takes the tolerated loss of a year as points, and refuses a curve that makes no sense', () => {
    const policyWith = (points: string) => `policy: {tolerance: {points: ${points}, setBy: the board, setAt: 2026-02-01, source: minutes 14}}`;
    expect(entitiesIn(policyWith('[{above: 20000000, atMost: 0.05}, {above: 5000000, atMost: 0.2}]'))).toEqual([{
      id: 'policy',
      tolerance: { points: [{ above: 20_000_000, atMost: 0.05 }, { above: 5_000_000, atMost: 0.2 }], setBy: 'the board', setAt: '2026-02-01', source: 'minutes 14' },
    }]);
    for (const [points, field] of [
      ['[]', 'tolerance.points'],
      ['[{above: 0, atMost: 0.1}]', 'tolerance.points.0.above'],
      ['[{above: -1, atMost: 0.1}]', 'tolerance.points.0.above'],
      ['[{above: 1, atMost: 1.5}]', 'tolerance.points.0.atMost'],
      ['[{above: 1, atMost: 0.2}, {above: 1, atMost: 0.1}]', 'tolerance.points.1.above'],
      ['[{above: 1, atMost: 0.1}, {above: 2, atMost: 0.2}]', 'tolerance.points.1.atMost'],
    ] as const) {
      const { rejected } = read(policyWith(points));
      expect(rejected.map(({ code }) => code)).toEqual(['range']);
      expect(rejected[0]?.reason).toContain(`"${field}"`);
    }
  });

  it('keeps a finding\'s own source apart from the source of the entry', () => {
    const [entry] = entriesOfReading(read('findings: [{id: f, serviceId: s, at: 2026-01-01, source: semgrep, recordedFrom: scan.sarif}]'));
    expect(entry).toMatchObject({ entity: { source: 'semgrep' }, stamp: { source: 'scan.sarif' } });
  });

  it('rejects only the row that holds a forbidden key or a number out of range', () => {
    const text = '{"schema":"whose-call/1","teams":[{"id":"a","kind":"business","__proto__":{"x":1}},{"id":"b","kind":"business"}],'
      + '"grants":[{"id":"g","granteeId":"a","grantorId":"ROOT","maxExposure":1e999}]}';
    const reading = read(text, 'record.json');
    expect(entriesOfReading(reading).map((entry) => entry.entity.id)).toEqual(['b']);
    expect(reading.rejected.map(({ place, code }) => `${place} ${code}`)).toEqual([
      '/teams/0/__proto__ forbidden-key', '/grants/0/maxExposure number-range',
    ]);
  });

  it('rejects a range whose ends are the wrong way round', () => {
    expect(read('risks: [{id: r, serviceIds: [], openedAt: 2026-01-01, exposure: {low: 5, high: 1}}]').rejected[0]?.code).toBe('range');
    expect(read('risks: [{id: r, serviceIds: [], openedAt: 2026-01-01, exposure: {low: 1, high: -1}}]').rejected[0]?.code).toBe('range');
  });

  it('keeps several versions of one entity that say when they were recorded, and drops an exact repeat', () => {
    const versions = 'services:\n  - {id: s, teamId: a, recordedAt: 2026-01-01}\n  - {id: s, teamId: b, recordedAt: 2026-03-01}\n';
    expect(entitiesIn(versions)).toHaveLength(2);
    expect(entitiesIn(versions.replace('2026-03-01', '2026-01-01'))).toHaveLength(2);
    expect(entitiesIn('services:\n  - {id: s, teamId: a}\n  - {id: s, teamId: a}\n')).toHaveLength(1);
    expect(entitiesIn('services: []\n')).toEqual([]);
  });

  it.each([
    ['a newer version of the format', 'schema: whose-call/2\nteams: []\n', 'version', 'line 1'],
    ['another schema', 'schema: other/1\nteams: []\n', 'schema', 'line 1'],
    ['a list at the top', '- a\n', 'schema', 'file'],
    ['a team tree in a circle', 'teams:\n  - {id: a, kind: business, parentId: b}\n  - {id: b, kind: business, parentId: c}\n  - {id: c, kind: business, parentId: b}\n', 'org-cycle', 'line 3'],
    ['a team above itself', 'teams: [{id: a, kind: business, parentId: a}]', 'org-cycle', 'line 1'],
    ['two owners for one service', 'services:\n  - {id: s, teamId: a}\n  - {id: s, teamId: b}\n', 'owner-ambiguous', 'line 3'],
    ['one id with two undated contents', 'persons:\n  - {id: p, name: A}\n  - {id: p, name: B}\n', 'duplicate-id', 'line 3'],
  ])('is refused whole for %s', (_name, text, code, place) => {
    expect(refusalOf(() => read(text))).toMatchObject({ code, place });
  });

  it('names the version it was written in when it is newer', () => {
    expect(refusalOf(() => read('schema: whose-call/2\n')).reason).toBe('The file is in the format "whose-call/2"; this version reads "whose-call/1".');
  });
});
