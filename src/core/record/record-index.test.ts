import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '#core/time.ts';
import { mappingInForce } from '#core/record/mapping-in-force.ts';
import { indexRecord, listOf } from '#core/record/record-index.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { viewOn, TODAY } from '#test/support/world.ts';

const day = fc.constantFrom('2024-12-31', '2025-12-31', '2026-11-21');

function ids(items: Iterable<{ id: string }>): readonly string[] {
  return [...items].map((item) => item.id).sort();
}

describe(indexRecord, () => {
  test('the same view has one index', () => {
    const view = viewOn(TODAY);
    expect(indexRecord(view)).toBe(indexRecord(view));
    expect(indexRecord(viewOn(TODAY))).not.toBe(indexRecord(view));
  });

  test('every link holds exactly what a search of the view finds', () => {
    fc.assert(
      fc.property(arbitraryEntries, day, (entries, asOf) => {
        const view: RecordView = viewAsOf(entries, asOf);
        const index = indexRecord(view);
        const evidence = [...view.evidence.values()];
        for (const id of view.risks.keys()) {
          expect(ids(listOf(index.evidenceByRisk, id))).toEqual(ids(evidence.filter((piece) => piece.riskId === id)));
          expect(ids(listOf(index.evidenceNaming, id))).toEqual(ids(evidence.filter((piece) => piece.relatesTo?.includes(id))));
          expect(ids(listOf(index.decisionsByRisk, id))).toEqual(ids([...view.decisions.values()].filter((one) => one.riskId === id)));
          expect(ids(listOf(index.escalationsByRisk, id))).toEqual(ids([...view.escalations.values()].filter((one) => one.riskId === id)));
          expect(ids(listOf(index.stepsByRisk, id))).toEqual(ids([...view.steps.values()].filter((one) => one.riskId === id)));
          expect(ids(listOf(index.eventsByRisk, id))).toEqual(ids([...view.events.values()].filter((one) => one.riskId === id)));
          const mapped = [...view.mappings.values()].filter((one) => one.way === 'link' && one.riskId === id && mappingInForce(one, dayOf(view.asOf))).flatMap((one) => one.findingIds ?? []);
          expect(ids(listOf(index.findingsByRisk, id))).toEqual(ids([...view.findings.values()].filter((one) => view.risks.get(id)?.findingIds?.includes(one.id) || mapped.includes(one.id))));
        }
        for (const id of view.evidence.keys()) {
          expect(ids(listOf(index.acksByEvidence, id))).toEqual(ids([...view.acks.values()].filter((ack) => ack.evidenceId === id)));
          expect(ids(listOf(index.answersTo, id))).toEqual(ids(evidence.filter((piece) => piece.answers?.includes(id))));
        }
        for (const id of view.persons.keys()) {
          expect(ids(listOf(index.grantsByGrantee, id))).toEqual(ids([...view.grants.values()].filter((grant) => grant.granteeId === id)));
          expect(ids(listOf(index.rolesByHolder, id))).toEqual(ids([...view.persons.values()].filter((one) => one.kind === 'role' && one.holderId === id)));
          expect(ids(listOf(index.acksByPerson, id))).toEqual(ids([...view.acks.values()].filter((one) => one.personId === id)));
        }
        for (const id of view.teams.keys()) {
          expect(ids(listOf(index.servicesByTeam, id))).toEqual(ids([...view.services.values()].filter((one) => one.teamId === id)));
          expect(ids(listOf(index.membersByTeam, id))).toEqual(ids([...view.persons.values()].filter((one) => one.teamId === id)));
          expect(ids(listOf(index.subteams, id))).toEqual(ids([...view.teams.values()].filter((one) => one.parentId === id)));
        }
        for (const id of view.services.keys()) {
          expect(ids(listOf(index.risksByService, id))).toEqual(ids([...view.risks.values()].filter((one) => one.serviceIds.includes(id))));
        }
        for (const list of [...index.decisionsByRisk.values(), ...index.evidenceByRisk.values(), ...index.escalationsByRisk.values()]) {
          const days = list.map((item) => dayOf(item.at));
          expect(days).toEqual(days.toSorted((a, b) => a - b));
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('of two decisions of one day the instant decides, else the order of the record', () => {
    const decisions = (first: string, second: string) =>
      listOf(indexRecord(viewOn(TODAY, `decision d1 riskId=r kind=accept byId=nora at=${first}`, `decision d2 riskId=r kind=mitigate byId=nora at=${second}`)).decisionsByRisk, 'r').map((one) => one.id);
    expect(decisions('2026-06-29T15:00:00Z', '2026-06-29T09:00:00Z')).toEqual(['d2', 'd1']);
    expect(decisions('2026-06-29', '2026-06-29')).toEqual(['d1', 'd2']);
    expect(decisions('2026-06-29T01:00:00+03:00', '2026-06-28')).toEqual(['d1', 'd2']);
    expect(decisions('2026-06-29', '2026-06-28T23:00:00Z')).toEqual(['d2', 'd1']);
  });

  test('an unknown key has nothing under it', () => {
    const index = indexRecord(viewOn(TODAY));
    expect(listOf(index.evidenceByRisk, 'nothing')).toEqual([]);
    expect(listOf(index.evidenceByRisk, undefined)).toEqual([]);
  });
});
