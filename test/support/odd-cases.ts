import { addDays, isoDay, dayOf } from '#core/time.ts';

/** A case file with one risk nobody owns, as text; `changes` replace its fields. */
export function caseText(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    schema: 'whose-call-case/1', id: 'till-2026', title: 'A till of our own', breachDate: '2026-06-10',
    replay: { from: '2026-06-01', to: '2026-06-10' },
    sources: [{ id: 's', title: 'A report', publisher: 'An office', date: '2027-01-05', url: 'https://example.org/report' }],
    facts: [
      { id: 'f1', date: '2026-06-01', text: 'Refunds can be sent twice.', source: ['s'], basis: 'documented', page: '3' },
      { id: 'f2', date: '2026-06-08', text: 'A shop says so too.', source: ['s'], basis: 'alleged; the shop disputes it' },
    ],
    model: {
      teams: [{ id: 'pay', kind: 'engineering', leadId: 'till-keeper' }],
      persons: [{ id: 'till-keeper', kind: 'person', teamId: 'pay' }],
      services: [{ id: 'till', teamId: 'pay', exposure: 'internet' }],
      risks: [{ id: 'r', label: 'Refunds repeat', serviceIds: ['till'], openedAt: '2026-06-01', urgency: 'U60', dueAt: '2026-12-01', facts: ['f1'] }],
      evidence: [{ id: 'e', riskId: 'r', at: '2026-06-05', kind: 'incident', teamId: 'pay', basis: 'inferred date' }],
    },
    expected: [{ flag: 'A1', subject: 'r', by: '2026-06-04', says: 'nobody is named' }],
    mustNotFire: [{ flag: 'A8', why: 'nothing is carried' }],
    ...changes,
  });
}

const evidence = Array.from({ length: 300 }, (_, index) => ({
  id: `e${index}`, riskId: 'r', at: addDays('2026-06-01', index % 10), kind: 'scan', coverage: 0.5, label: `Scan ${index}`,
}));
const model = { services: [{ id: 'till' }], risks: [{ id: 'r', serviceIds: ['till'], openedAt: '1990-01-02' }] };

/** Case files of unusual shapes, each of which has to be drawn. */
export const oddCases: Readonly<Record<string, string>> = {
  'no breach date': caseText({ breachDate: null }),
  'a breach in a month': caseText({ breachDate: '2026-06' }),
  'a breach date in words': caseText({ breachDate: 'some time in spring' }),
  'several breaches': caseText({ breachDate: ['2026-06-10', '2026-06-07'] }),
  'a breach after the replay': caseText({ breachDate: '2027-01-01' }),
  'a breach before the replay': caseText({ breachDate: '2026-01-01' }),
  'one day': caseText({ replay: { from: '2026-06-10', to: '2026-06-10' } }),
  'thirty years, looked at every 30 days': caseText({ replay: { from: '1990-01-02', to: '2020-01-02', step: 30 }, breachDate: '2020-01-02', model, expected: [] }),
  'three hundred entries': caseText({ model: { services: [{ id: 'till' }], risks: [{ id: 'r', serviceIds: ['till'], openedAt: '2026-06-01' }], evidence } }),
  'no flags': caseText({ model: { teams: [{ id: 'pay', kind: 'engineering' }] }, expected: [] }),
  'a replay that ends before it begins': caseText({ replay: { from: '2026-06-10', to: '2026-06-01' } }),
  'no record': caseText({ model: {} }),
  'words only': JSON.stringify({ schema: 'whose-call-case/1', id: 'words' }),
  'facts without dates or sources': caseText({ facts: [{ id: 'f1', text: 'Something.' }, { id: 'f2', date: 'undated', text: 'More.', source: 'nowhere' }] }),
};

/** Every day from one to another. */
export function daysFrom(from: string, to: string): readonly string[] {
  return Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, index) => isoDay(dayOf(from) + index));
}
