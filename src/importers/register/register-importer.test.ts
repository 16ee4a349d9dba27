import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Risk } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { sizeOfRisk } from '#core/exposure/risk-size.ts';
import type { ImportContext } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { registerCsvImporter } from '#importers/register/register-importer.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';
import { refusalLater } from '#test/support/refusal.ts';

const held: readonly Entry[] = [
  { kind: 'persons', entity: { id: 'jdoe', name: 'Jane Doe', kind: 'person' }, stamp: {} },
  { kind: 'persons', entity: { id: 'abo', name: 'Abel Bo', kind: 'person' }, stamp: {} },
  { kind: 'services', entity: { id: 'shop', name: 'Web shop', exposure: 'internet', repository: 'github.com/acme/shop' }, stamp: {} },
  { kind: 'services', entity: { id: 'pay', name: 'Payments', exposure: 'internal' }, stamp: {} },
];

async function read(text: string, options: Parameters<typeof importContext>[0] = { held }) {
  const context: ImportContext = importContext(options);
  const items = await itemsOf(registerCsvImporter.read(memorySource('risks.csv', text), context));
  const entries = entriesIn(items);
  return {
    entries,
    risks: entries.flatMap((entry) => (entry.kind === 'risks' ? [entry.entity] : [])),
    decisions: entries.flatMap((entry) => (entry.kind === 'decisions' ? [entry.entity] : [])),
    evidence: entries.flatMap((entry) => (entry.kind === 'evidence' ? [entry.entity] : [])),
    persons: entries.flatMap((entry) => (entry.kind === 'persons' ? [entry.entity] : [])),
    rejected: items.flatMap((item) => (item.type === 'rejected' ? [`${item.rejection.place} ${item.rejection.code}`] : [])),
    notes: items.flatMap((item) => (item.type === 'note' ? [item.text] : [])),
  };
}

const header = 'Risk ID,Risk title,Service,Risk owner,Opened,Due,Low loss,High loss,Rate low,Rate high';
const oneRisk = async (row: string): Promise<Risk | undefined> => (await read(`${header}\n${row}\n`)).risks[0];

describe('a risk register', () => {
  it('becomes risks with owner, service, dates and range', async () => {
    const { entries, notes } = await read(`${header}\nR1,Cards leak,Web shop,"Doe, Jane",2026-01-05,2026-12-01,"$100,000",$1.2M,0.1,0.5\n`);
    expect(entries).toEqual([
      {
        kind: 'risks',
        entity: {
          id: 'R1', label: 'Cards leak', serviceIds: ['shop'], ownerId: 'jdoe', openedAt: '2026-01-05', dueAt: '2026-12-01',
          exposure: { low: 100_000, high: 1_200_000, rateLow: 0.1, rateHigh: 0.5, currency: 'USD' },
        },
        stamp: { recordedAt: '2026-11-21', recordedBy: 'importer', source: 'risks.csv', basis: 'reported' },
      },
    ]);
    expect(notes[0]).toBe(
      'Columns read as: Risk ID = id, Risk title = title, Service = services, Risk owner = owner, Opened = openedAt, Due = dueAt, '
      + 'Low loss = low, High loss = high, Rate low = rateLow, Rate high = rateHigh. Cells are separated by comma.',
    );
  });

  it('keeps an owner and a service it cannot find as they are written, and says so', async () => {
    const { risks, notes } = await read(`${header}\nR1,a,Old CRM,J. Nobody,2026-01-05,,,,,\n`);
    expect(risks[0]).toMatchObject({ ownerId: 'J. Nobody', serviceIds: ['Old CRM'] });
    expect(notes).toContain('Not on the record, so who is meant cannot be told: J. Nobody.');
    expect(notes).toContain('Services not on the record: Old CRM.');
  });

  it('records a mailbox or a group as what it is', async () => {
    const { risks, persons } = await read(`${header}\nR1,a,shop,security@acme.example,2026-01-05,,,,,\nR2,b,shop,Payments Team,2026-01-05,,,,,\nR3,c,shop,Payments Team,2026-01-05,,,,,\n`);
    expect(risks.map(({ ownerId }) => ownerId)).toEqual(['security@acme.example', 'group:payments-team', 'group:payments-team']);
    expect(persons.map(({ id, kind }) => [id, kind])).toEqual([['security@acme.example', 'mailbox'], ['group:payments-team', 'group']]);
  });

  it('leaves the owner out where the cell is empty', async () => {
    expect(await oneRisk('R1,a,shop,,2026-01-05,,,,,')).not.toHaveProperty('ownerId');
  });

  it('reads several services from one cell', async () => {
    expect((await oneRisk('R1,a,shop; Payments,jdoe,2026-01-05,,,,,'))?.serviceIds).toEqual(['shop', 'pay']);
  });

  it.each([
    ['a negative amount', 'R1,a,shop,jdoe,2026-01-05,,-5,10,,', 'number-range'],
    ['an amount that is no number', 'R1,a,shop,jdoe,2026-01-05,,NaN,10,,', 'number-format'],
    ['the low end above the high end', 'R1,a,shop,jdoe,2026-01-05,,500,10,,', 'range'],
    ['two currencies', 'R1,a,shop,jdoe,2026-01-05,,$500,€900,,', 'two-currencies'],
    ['the low rate above the high rate', 'R1,a,shop,jdoe,2026-01-05,,500,900,2,1', 'range'],
    ['a date that may be two', 'R1,a,shop,jdoe,03/04/2026,,500,900,,', 'date-ambiguous'],
    ['a day number of a spreadsheet', 'R1,a,shop,jdoe,45000,,500,900,,', 'date-format'],
    ['an id a spreadsheet rewrote', '1E+10,a,shop,jdoe,2026-01-05,,500,900,,', 'id-format'],
    ['no title', 'R1,,shop,jdoe,2026-01-05,,500,900,,', 'title-missing'],
    ['too few cells', 'R1,a,shop', 'csv-columns'],
  ])('rejects the one row that holds %s', async (_name, row, code) => {
    const { risks, rejected } = await read(`${header}\nR0,before,shop,jdoe,2026-01-05,,1,2,,\n${row}\nR9,after,shop,jdoe,2026-01-05,,1,2,,\n`);
    expect(rejected).toEqual([`line 3 ${code}`]);
    expect(risks.map(({ id }) => id)).toEqual(['R0', 'R9']);
  });

  it('reads dates by an order that was declared', async () => {
    const { risks } = await read(`${header}\nR1,a,shop,jdoe,03/04/2026,,,,,\n`, { held, columnMapping: { Opened: 'openedAt:DD/MM/YYYY' } });
    expect(risks[0]?.openedAt).toBe('2026-04-03');
  });

  it('never turns words into money', async () => {
    const { risks, notes } = await read(`${header}\nR1,a,shop,jdoe,2026-01-05,,High,Very high,Likely,Likely\nR2,b,shop,jdoe,2026-01-05,,,,,\n`);
    expect(risks.every((risk) => risk.exposure === undefined)).toBe(true);
    expect(notes).toContain('Impact words are not money; 2 risks have no range.');
  });

  it('never turns a scale into money', async () => {
    const { risks, notes } = await read('id,title,owner,low,high\nR1,a,jdoe,2,4\nR2,b,jdoe,1,5\n');
    expect(risks.every((risk) => risk.exposure === undefined)).toBe(true);
    expect(notes).toContain('Every loss is a bare number up to 10. It was read as a scale, which is not money.');
  });

  it('keeps the words of a scale as stated; only an approved scale makes an interval of them', async () => {
    const { risks } = await read('id,title,owner,Likelihood,Impact,Inherent impact\nR1,a,jdoe,Likely,High,Very high\nR2,b,jdoe,,4,5\n');
    expect(risks.map(({ statedSize }) => statedSize)).toEqual([{ likelihoodWord: 'Likely', lossWord: 'High' }, { lossWord: '4' }]);
    const scales = { likelihood: [{ word: 'likely', low: 0.2, high: 1 }], loss: [{ word: 'High', low: 1e6, high: 1e7 }] };
    const [first, second] = risks;
    expect(sizeOfRisk(first ?? {}, {})).toMatchObject({ kind: 'unquantified' });
    expect(sizeOfRisk(first ?? {}, { scales })).toMatchObject({ kind: 'bounded', low: 200_000, high: 10_000_000 });
    expect(sizeOfRisk(second ?? {}, { scales })).toMatchObject({ kind: 'unquantified' });
  });

  it('keeps a PERT estimate as stated: its ends are limits, not percentiles', async () => {
    const { risks, notes } = await read('id,title,Minimum loss ($k),Most likely loss ($k),Maximum loss ($k),Events a year low,Rate most likely,Events a year high\nR1,a,10,60,1000,0,0.1,1\n');
    expect(risks[0]).not.toHaveProperty('exposure');
    expect(risks[0]?.statedSize).toEqual({
      pertLoss: { min: 10_000, mostLikely: 60_000, max: 1_000_000 }, pertRate: { min: 0, mostLikely: 0.1, max: 1 }, currency: 'USD',
    });
    expect(sizeOfRisk(risks[0] ?? {}, {})).toMatchObject({ kind: 'mean-only', mean: (1_250_000 / 6) * (1.4 / 6) });
    expect(notes).toContain('1 risk states a most likely value between limits (PERT); kept as stated, with an average and no range.');
  });

  it('keeps a probability alone as stated, with no money made of it', async () => {
    const { risks } = await read('id,title,owner,Probability\nR1,a,jdoe,25%\nR2,b,jdoe,Likely\n');
    expect(risks.map(({ statedSize, exposure }) => ({ statedSize, exposure }))).toEqual([
      { statedSize: { probability: 0.25 }, exposure: undefined }, { statedSize: { likelihoodWord: 'Likely' }, exposure: undefined },
    ]);
    expect(risks.map((risk) => sizeOfRisk(risk, {}).kind)).toEqual(['unquantified', 'unquantified']);
  });

  it('a probability and one figure give an average year and no curve', async () => {
    const { risks } = await read('id,title,owner,Probability,Loss\nR1,a,jdoe,25%,USD 200k\n');
    const size = sizeOfRisk(risks[0] ?? {}, {});
    expect(size.kind).toBe('mean-only');
    expect(size.kind === 'mean-only' ? size.mean : 0).toBeCloseTo(0.28768207 * 200_000, 1);
  });

  it('a range that is repeated keeps its author, a changed one does not', async () => {
    const exposure = { low: 100_000, high: 900_000, currency: 'USD', estimatedBy: 'abo', calibrated: true };
    const old: Entry = { kind: 'risks', entity: { id: 'R1', serviceIds: [], openedAt: '2026-01-05', exposure }, stamp: {} };
    const same = await read('id,title,owner,Loss low ($k),Loss high ($k)\nR1,a,jdoe,100,900\n', { held: [...held, old] });
    expect(same.risks[0]?.exposure).toEqual(exposure);
    const changed = await read('id,title,owner,Loss low ($k),Loss high ($k)\nR1,a,jdoe,100,950\n', { held: [...held, old] });
    expect(changed.risks[0]?.exposure).toEqual({ low: 100_000, high: 950_000, currency: 'USD' });
  });

  it('does not make a range of one end', async () => {
    const { risks, notes } = await read(`${header}\nR1,a,shop,jdoe,2026-01-05,,,900,,\n`);
    expect(risks[0]).not.toHaveProperty('exposure');
    expect(notes).toContain('One end of a range alone is no range: line 2.');
  });

  it('reads money in the unit its column names', async () => {
    const { risks } = await read('id,title,Loss low ($k),Loss high ($k),Probability (%)\nR1,a,100,500,30\n');
    expect(risks[0]?.exposure).toMatchObject({ low: 100_000, high: 500_000, currency: 'USD' });
    expect(risks[0]?.exposure?.rateLow).toBeCloseTo(0.3567, 4);
  });

  it('reads a range from one cell, and one figure as both ends with a note', async () => {
    const { risks, notes } = await read('id,title,Loss\nR1,a,EUR 100k - 500k\nR2,b,EUR 2m\n');
    expect(risks.map(({ exposure }) => exposure)).toEqual([
      { low: 100_000, high: 500_000, currency: 'EUR' }, { low: 2_000_000, high: 2_000_000, currency: 'EUR' },
    ]);
    expect(notes).toContain('1 risk states one figure instead of a range; both ends are that figure.');
  });

  it('reads urgency, category, status and closing', async () => {
    const { risks, notes } = await read(
      'id,title,owner,urgency,category,status,closed\nR1,a,jdoe,14 days,fraud,open,\nR2,b,jdoe,U3,,closed,2026-03-01\nR3,c,jdoe,soon,,Closed,\nR4,d,jdoe,,,odd,\n',
    );
    expect(risks).toMatchObject([
      { urgency: 'U14', category: 'fraud' }, { urgency: 'U3', closedAt: '2026-03-01' }, { closedAt: '2026-11-21' }, {},
    ]);
    expect(risks[0]).not.toHaveProperty('closedAt');
    expect(risks[3]).not.toHaveProperty('closedAt');
    expect(notes).toContain('1 closed risk has no closing date; 2026-11-21 is taken for it.');
    expect(notes).toContain('Status words read as open: odd.');
    expect(notes).toContain('Urgencies other than U3, U14, U60 and U180 are not read: "soon".');
  });

  it('carries decisions with their maker, and without one where none is named', async () => {
    const { decisions, notes } = await read(
      'id,title,owner,treatment,decided by,decided on,accepted until,justification,status\n'
      + 'R1,a,jdoe,Accept,Abel Bo,2026-02-01,2026-12-31,cheap to bear,open\nR2,b,jdoe,mitigate,,,,,open\nR3,c,jdoe,open,,,,,open\n'
      + 'R4,d,jdoe,,,,2027-01-01,,open\nR5,e,jdoe,,,,,,accepted\nR6,f,jdoe,pray,,,,,open\n',
    );
    expect(decisions).toEqual([
      { id: 'R1:accept:2026-02-01', riskId: 'R1', kind: 'accept', byId: 'abo', at: '2026-02-01', expiresAt: '2026-12-31', rationale: 'cheap to bear' },
      { id: 'R2:mitigate:undated', riskId: 'R2', kind: 'mitigate', at: '2026-11-21' },
      { id: 'R4:accept:undated', riskId: 'R4', kind: 'accept', at: '2026-11-21', expiresAt: '2027-01-01' },
      { id: 'R5:accept:undated', riskId: 'R5', kind: 'accept', at: '2026-11-21' },
    ]);
    expect(notes).toContain('3 decisions have no named maker.');
    expect(notes).toContain('Words that name no decision: pray.');
  });

  it('carries evidence with who knew it', async () => {
    const { evidence } = await read('id,title,owner,evidence,evidence date,known by\nR1,a,jdoe,Test of March found it open,2026-03-02,Abel Bo; jdoe\n');
    expect(evidence).toEqual([
      { id: 'R1:evidence:2026-03-02', label: 'Test of March found it open', riskId: 'R1', at: '2026-03-02', kind: 'statement', knownBy: ['abo', 'jdoe'] },
    ]);
  });

  it('links findings by the id their source gave them, on the service of the risk', async () => {
    const findings: readonly Entry[] = ['shop', 'pay'].map((serviceId) => ({
      kind: 'findings', stamp: {},
      entity: { id: `${serviceId}:x:1`, serviceId, at: '2026-01-01', severity: 'high', externalId: 'CVE-2026-0001' },
    }));
    const { risks, notes } = await read('id,title,owner,service,CVEs\nR1,a,jdoe,shop,"CVE-2026-0001, CVE-2026-0002"\n', { held: [...held, ...findings] });
    expect(risks[0]?.findingIds).toEqual(['shop:x:1', 'CVE-2026-0002']);
    expect(notes).toContain('Findings not linked on the record yet: CVE-2026-0002.');
  });

  it('takes no row of an id that stands twice with different cells, and one of a row that stands twice', async () => {
    const { risks, rejected, notes } = await read('id,title,owner\nR1,a,jdoe\nR2,b,jdoe\nR1,c,jdoe\nR3,d,jdoe\nR3,d,jdoe\n');
    expect(risks.map(({ id }) => id)).toEqual(['R2', 'R3']);
    expect(rejected).toEqual(['line 2 duplicate-id', 'line 4 duplicate-id']);
    expect(notes).toContain('1 row repeats another row word for word.');
  });

  it('makes the same id for a row without one at every import', async () => {
    const [first, second] = await Promise.all([read('title,owner\nCards leak,jdoe\n'), read('owner,title\nabo, cards  LEAK\n')]);
    expect(first.risks[0]?.id).toMatch(/^risk:[0-9a-f]{12}$/);
    expect(second.risks[0]?.id).toBe(first.risks[0]?.id);
  });

  it('keeps a cell that looks like a formula as text', async () => {
    const { risks, notes } = await read('id,title,owner\nR1,"=cmd|\' /C calc\'!A0",jdoe\nR2,-5 degrees,jdoe\n');
    expect(risks[0]?.label).toBe("=cmd|' /C calc'!A0");
    expect(notes).toContain('1 cell looks like a spreadsheet formula and is kept as text.');
  });

  it('leaves what it has no column for as the record holds it, and settles what it has', async () => {
    const before: Entry = {
      kind: 'risks', stamp: {},
      entity: {
        id: 'R1', label: 'Cards leak', serviceIds: ['shop'], ownerId: 'abo', ownerSince: '2025-05-05', openedAt: '2025-01-01',
        deciderIds: ['jdoe'], findingIds: ['f1'], dueAt: '2026-06-30',
      },
    };
    const { risks } = await read('id,title,owner,due\nR1,Cards may leak,jdoe,\n', { held: [...held, before] });
    expect(risks[0]).toEqual({
      id: 'R1', label: 'Cards may leak', serviceIds: ['shop'], ownerId: 'jdoe', ownerSince: '2026-11-21', openedAt: '2025-01-01',
      deciderIds: ['jdoe'], findingIds: ['f1'],
    });
  });

  it('says the same on a later day where nothing changed', async () => {
    const text = 'id,title,owner,treatment,status\nR1,a,jdoe,accept,open\nR2,b,Ops Team,,closed\n';
    const first = await read(text);
    const second = await read(text, { at: '2027-03-01', held: [...held, ...first.entries] });
    const known = new Map(first.entries.map((entry) => [`${entry.kind}/${entry.entity.id}`, entry.entity]));
    for (const entry of second.entries) expect(entry.entity).toEqual(known.get(`${entry.kind}/${entry.entity.id}`));
    expect(second.risks).toHaveLength(2);
  });

  it('says which ids named another risk before', async () => {
    const before: Entry = { kind: 'risks', entity: { id: '1', label: 'Backups fail', serviceIds: [], openedAt: '2025-01-01' }, stamp: {} };
    const { notes } = await read('id,title,owner\n1,Vendor contract ends,jdoe\n', { held: [...held, before] });
    expect(notes).toContain('Ids that named another risk on the record before: 1.');
  });

  it.each([
    ['no column that says what the risk is', 'id,owner\n1,x\n', 'not-a-register'],
    ['no column that only a register has', 'id,name,description,domain\n1,x,y,z\n', 'not-a-register'],
    ['a quote that is never closed', 'id,title,owner\n1,"open,x\n', 'csv-quote'],
  ])('is refused whole for %s', async (_name, text, code) => {
    expect((await refusalLater(() => read(text))).code).toBe(code);
  });

  it('loses no good row to bad rows among them', async () => {
    const bad = fc.constantFrom(
      'X,bad,shop,jdoe,03/04/2026,,,,,', 'X,bad', 'X,bad,shop,jdoe,,,-1,2,,', 'X,"bad"x,shop,jdoe,,,,,,', 'X,,shop,jdoe,,,,,,',
      '1E+10,bad,shop,jdoe,,,,,,', 'X,bad,shop,jdoe,2026-13-45,,,,,', 'X,bad,shop,jdoe,,,$1,€2,,', ',,,,,,,,,,,,,,',
    );
    const lines = fc.array(fc.oneof(bad.map((text) => ({ text, good: false })), fc.constant({ text: '', good: true })), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(lines, async (list) => {
        const rows = list.map(({ text, good }, index) => (good ? `G${index},Risk ${index},shop,jdoe,2026-01-05,,1,2000,,` : text));
        const { risks } = await read(`${header}\n${rows.join('\n')}\n`);
        expect(risks.filter(({ id }) => id.startsWith('G')).map(({ id }) => id)).toEqual(list.flatMap(({ good }, index) => (good ? [`G${index}`] : [])));
        expect(risks.every(({ label }) => label !== 'bad')).toBe(true);
      }),
      { seed: 20_261_121, numRuns: 60 },
    );
  });
});

describe('detection of a register', () => {
  it.each([
    ['its columns', 'Risk;Owner;Due\n', 'export', true],
    ['its file name', 'a,b\n1,2\n', 'x.csv', true],
    ['a workbook by its file name, to be refused by name', 'PK\u0003\u0004', 'register.xlsx', true],
  ])('goes by %s', (_name, start, name, expected) => {
    expect(registerCsvImporter.detects(start, name)).toBe(expected);
  });

  it.each([
    ['grants', 'Grantee,Grantor,Limit\n', 'grants.csv'],
    ['JSON', '{"risk": "owner", "title": 1}', 'a.json'],
    ['prose', 'The risk, as the owner sees it, is due.\n', 'notes.txt'],
    ['nothing', '', 'README'],
  ])('leaves %s to others', (_name, start, name) => {
    expect(registerCsvImporter.detects(start, name)).toBe(false);
  });
});
