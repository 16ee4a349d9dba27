import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { grantsCsvImporter } from '#importers/grants/grants-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';
import { refusalLater } from '#test/support/refusal.ts';

const held: readonly Entry[] = [
  { kind: 'persons', entity: { id: 'jdoe', name: 'Jane Doe', kind: 'person' }, stamp: {} },
  { kind: 'persons', entity: { id: 'abo', name: 'Abel Bo', kind: 'person' }, stamp: {} },
  { kind: 'teams', entity: { id: 'pay', name: 'Payments', kind: 'engineering' }, stamp: {} },
  { kind: 'teams', entity: { id: 'web', name: 'Web', kind: 'engineering' }, stamp: {} },
  { kind: 'services', entity: { id: 'shop', name: 'Web shop', exposure: 'internet' }, stamp: {} },
];

async function read(text: string, options: Parameters<typeof importContext>[0] = { held }) {
  const items = await itemsOf(grantsCsvImporter.read(memorySource('grants.csv', text), importContext(options)));
  const entries = entriesIn(items);
  return {
    entries,
    grants: entries.flatMap((entry) => (entry.kind === 'grants' ? [entry.entity] : [])),
    persons: entries.flatMap((entry) => (entry.kind === 'persons' ? [entry.entity] : [])),
    rejected: items.flatMap((item) => (item.type === 'rejected' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    notes: items.flatMap((item) => (item.type === 'note' ? [item.text] : [])),
  };
}

const header = 'ID,Grantee,Grantor,Limit,Services,Teams,Kinds,From,To,Revoked,Accepted,Delegable,Intent';

describe('a table in which nobody gives authority but to themselves', () => {
  it('is refused whole', async () => {
    const refusal = await refusalLater(() => read('Grantee,Grantor,Limit\nJane Doe,jdoe,5000\n'));
    expect([refusal.code, refusal.place]).toEqual(['needs-grantor', 'line 2']);
  });
});

describe('limits on the year', () => {
  const limits = { expectedAnnualLoss: 100_000, points: [{ above: 1e6, atMost: 0.05 }], singleEvent: 400_000 };
  const old: Entry = { kind: 'grants', entity: { id: 'G1', granteeId: 'jdoe', grantorId: 'abo', limits }, stamp: {} };
  const from = { held: [...held, old] };

  it('stay as the record holds them where the table has no column for them', async () => {
    expect((await read('ID,Grantee,Grantor,Limit\nG1,jdoe,abo,5000\n', from)).grants[0]).toMatchObject({ maxExposure: 5000, limits });
  });

  it('follow the column that is there, and leave the others', async () => {
    expect((await read('ID,Grantee,Grantor,Limit,Annual limit\nG1,jdoe,abo,5000,70000\n', from)).grants[0]?.limits).toEqual({ ...limits, expectedAnnualLoss: 70_000 });
  });

  it('do not pass to another holder', async () => {
    expect((await read('ID,Grantee,Grantor,Limit\nG1,abo,jdoe,5000\n', from)).grants[0]).not.toHaveProperty('limits');
  });
});

describe('a table of authority grants', () => {
  it('becomes grants with scope, limit and dates', async () => {
    const { entries } = await read(
      `${header}\nG1,Jane Doe,the board,"$2,500,000",*,Payments; Web,accept; mitigate,2026-01-01,2027-01-01,,2026-01-04,yes,Keep shipping.\n`,
    );
    expect(entries).toEqual([
      {
        kind: 'grants',
        entity: {
          id: 'G1', granteeId: 'jdoe', grantorId: 'ROOT', maxExposure: 2_500_000, from: '2026-01-01', to: '2027-01-01',
          acceptedAt: '2026-01-04', delegable: true, intent: 'Keep shipping.',
          scope: { services: ['*'], teams: ['pay', 'web'], kinds: ['accept', 'mitigate'] },
        },
        stamp: { recordedAt: '2026-11-21', recordedBy: 'importer', source: 'grants.csv', basis: 'documented' },
      },
    ]);
  });

  it.each([
    ['naming oneself', 'G1,Jane Doe,jdoe,5000,,,,,,,,,', 'needs-grantor'],
    ['naming no grantor', 'G1,Jane Doe,,5000,,,,,,,,,', 'needs-grantor'],
    ['naming no grantee', 'G1,,ROOT,5000,,,,,,,,,', 'needs-grantee'],
    ['a limit in words', 'G1,jdoe,ROOT,High,,,,,,,,,', 'number-format'],
    ['a negative limit', 'G1,jdoe,ROOT,-5,,,,,,,,,', 'number-range'],
    ['a range for a limit', 'G1,jdoe,ROOT,5k - 9k,,,,,,,,,', 'number-format'],
    ['a limit in another currency', 'G1,jdoe,ROOT,EUR 5000,,,,,,,,,', 'other-currency'],
    ['a decision kind that is none', 'G1,jdoe,ROOT,5000,,,accept; pray,,,,,,', 'enum'],
    ['a delegable that is neither yes nor no', 'G1,jdoe,ROOT,5000,,,,,,,,perhaps,', 'enum'],
    ['an end before its beginning', 'G1,jdoe,ROOT,5000,,,,2026-05-01,2026-04-01,,,,', 'date-order'],
    ['a date that may be two', 'G1,jdoe,ROOT,5000,,,,03/04/2026,,,,,', 'date-ambiguous'],
  ])('rejects the one row that holds %s', async (_name, row, code) => {
    const { grants, rejected } = await read(`${header}\nG0,abo,ROOT,1,,,,,,,,,\n${row}\nG9,abo,ROOT,1,,,,,,,,,\n`);
    expect(rejected).toEqual([`line 3 ${code}`]);
    expect(grants.map(({ id }) => id)).toEqual(['G0', 'G9']);
  });

  it('tells accepted, offered and not recorded apart', async () => {
    const accepted = await read(`${header}\nG1,jdoe,ROOT,5,,,,,,,yes,,\nG2,abo,ROOT,5,,,,,,,,,\nG3,abo,ROOT,6,shop,,,,,,not accepted,,\n`);
    expect(accepted.grants.map(({ acceptedAt }) => acceptedAt)).toEqual([undefined, null, null]);
    expect(accepted.notes).toContain('2 grants have no date of acceptance and count as offered.');
    const without = await read('Grantee,Grantor,Limit\njdoe,ROOT,5\n');
    expect(without.grants[0]).not.toHaveProperty('acceptedAt');
  });

  it('keeps a grant without a limit as one without a limit, and says so', async () => {
    const { grants, notes } = await read('Grantee,Grantor,Limit,Annual loss limit\njdoe,ROOT,no limit,"1,000"\nabo,jdoe,,\n');
    expect(grants[0]).toMatchObject({ limits: { expectedAnnualLoss: 1_000 } });
    expect(grants.every((grant) => grant.maxExposure === undefined)).toBe(true);
    expect(notes).toContain('2 grants state no limit for one loss.');
  });

  it('reads lists that are separated by spaces where every word is known', async () => {
    const { grants } = await read('Grantee,Grantor,Teams,Kinds\njdoe,ROOT,pay web,accept mitigate\n');
    expect(grants[0]?.scope).toEqual({ teams: ['pay', 'web'], kinds: ['accept', 'mitigate'] });
  });

  it('keeps people, services and teams it cannot find as they are written, and says so', async () => {
    const { grants, notes } = await read('Grantee,Grantor,Services,Teams\nJ. Nobody,M. Nowhere,Old CRM,Sales floor\n');
    expect(grants[0]).toMatchObject({ granteeId: 'J. Nobody', grantorId: 'M. Nowhere', scope: { services: ['Old CRM'], teams: ['Sales floor'] } });
    expect(notes).toEqual(expect.arrayContaining([
      'Not on the record, so who is meant cannot be told: J. Nobody, M. Nowhere.', 'Services not on the record: Old CRM.',
      'Teams not on the record: Sales floor.',
    ]));
  });

  it('records a group that holds a grant as a group', async () => {
    expect((await read('Grantee,Grantor\nRisk committee,ROOT\n')).persons).toMatchObject([{ id: 'group:risk-committee', kind: 'group' }]);
  });

  it('makes an id that stays when limit, end, revocation or acceptance change', async () => {
    const before = await read('Grantee,Grantor,Limit,From,To,Revoked,Accepted\njdoe,ROOT,5,2026-01-01,,,\n');
    const after = await read('Grantee,Grantor,Limit,From,To,Revoked,Accepted\njdoe,ROOT,9,2026-01-01,2026-12-31,2026-06-01,2026-01-02\n');
    expect(before.grants[0]?.id).toMatch(/^grant:[0-9a-f]{12}$/);
    expect(after.grants[0]?.id).toBe(before.grants[0]?.id);
  });

  it('takes none of two rows that share an id and differ', async () => {
    expect((await read('ID,Grantee,Grantor\nG1,jdoe,ROOT\nG1,abo,ROOT\n')).rejected).toEqual(['line 2 duplicate-id', 'line 3 duplicate-id']);
    expect((await read('Grantee,Grantor,Limit\njdoe,ROOT,5\njdoe,ROOT,9\n')).rejected).toEqual(['line 2 duplicate-id', 'line 3 duplicate-id']);
  });

  it('is refused where no column names who holds the authority', async () => {
    expect((await refusalLater(() => read('id,title,owner\n1,a,b\n'))).code).toBe('not-grants');
  });

  it('is told from a register by its columns', () => {
    expect(grantsCsvImporter.detects(`${header}\n`, 'x.csv')).toBe(true);
    expect(grantsCsvImporter.detects('id;title;risk owner;due\n', 'grants.csv')).toBe(false);
  });
});
