import { inLanguage } from '#language/current.ts';
import { dayOf } from '#core/time.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { riskName, serviceName, teamName } from '#core/record/names.ts';
import { stampOf, viewAsOf, type RecordView } from '#core/record/view.ts';
import { ownerConflicts } from '#core/sources/owner-conflicts.ts';
import { serviceScans } from '#core/sources/scan-coverage.ts';
import { notTaken, sourceRows } from '#core/sources/source-rows.ts';
import { decisionsByNobody, servicesWithoutTeam, unresolvedIds } from '#core/sources/unowned.ts';
import { findingReachRow } from '#core/picture/finding-reach-row.ts';
import type { ResponseOf } from '#contract/endpoints.ts';
import { asOfOr } from '#server/context.ts';
import { heldScans } from '#server/held-scans.ts';
import type { Route } from '#server/routes/route.ts';
import { deliveriesOf, MOST_ARRIVALS } from '#server/sources-of-record.ts';
import { tokensOf } from '#server/tokens/token-book.ts';
import { scopeInWords } from '#server/tokens/token-scope.ts';

/** Lines of one list that are sent; the rest are counted. */
const SENT = 500;

/** What arrived by a day, what was not taken, how far the record reaches and what in it has no owner. */
export const sourceList: Route<'sourceList'> = async ({ query, context }) => {
  const { store } = context;
  const asOf = await asOfOr(context, query.asOf);
  const imports = (await store.imports(MOST_ARRIVALS)).filter(({ header }) => dayOf(header.recordedAt) <= dayOf(asOf));
  const deliveries = deliveriesOf(imports);
  const entries = await store.entries(asOf);
  const view = viewAsOf(entries, asOf);
  const services = [...view.services.values()];
  const service = (id: string) => ({ id, name: serviceName(view, id) });
  const team = (id: string) => ({ id, name: teamName(view, id) });
  const faults = notTaken(deliveries);
  const faultCount = deliveries.flatMap(({ files }) => files).reduce((sum, file) => sum + file.rejected.length + file.moreRejected, 0);
  const byNobody = decisionsByNobody(view);
  const accepted = byNobody.filter(({ kind }) => kind === 'accept');
  const held = await heldScans(store, imports);
  const tokens = await tokensOf(store);
  const shown = (await context.pictures.pictureOf(asOf)).view;
  return inLanguage(context.language, (): ResponseOf<'sourceList'> => {
    const scans = serviceScans(indexRecord(view), deliveries);
    return {
      asOf,
      sources: sourceRows(deliveries, asOf, view.policy).map((row) => ({ ...row, formats: [...row.formats] })),
      notTaken: faults.slice(0, SENT).map((fault) => ({ ...fault })),
      moreNotTaken: faultCount - Math.min(faults.length, SENT),
      coverage: {
        owner: { with: services.length - servicesWithoutTeam(view).length, total: services.length },
        process: { with: services.filter(({ processId }) => processId !== undefined && view.processes.has(processId)).length, total: services.length },
        scan: { with: scans.filter(({ withinLimit }) => withinLimit).length, total: scans.length },
        notScanned: scans.filter(({ withinLimit }) => !withinLimit)
          .toSorted((a, b) => (b.age ?? Number.MAX_SAFE_INTEGER) - (a.age ?? Number.MAX_SAFE_INTEGER) || (a.serviceId < b.serviceId ? -1 : 1))
          .map(({ serviceId, lastAt, age, limit, source }) => {
            const teamId = view.services.get(serviceId)?.teamId;
            return { service: service(serviceId), team: teamId === undefined ? null : teamName(view, teamId), lastAt, age, limit, source };
          }),
      },
      conflicts: ownerConflicts(entries, deliveries).map(({ serviceId, teamId, why, statements }) => ({
        service: service(serviceId), team: teamId === null ? null : team(teamId), why,
        statements: statements.map(({ teamId: id, ...rest }) => ({ ...rest, team: team(id) })),
      })),
      byNobody: {
        total: byNobody.length,
        accepted: accepted.length,
        decisions: [...accepted.slice(0, SENT), ...byNobody.slice(accepted.length).slice(0, SENT)].map(({ id, kind, at, riskId, findingId, rationale }) => ({
          id, kind, at, riskId: view.risks.has(riskId) ? riskId : null, findingId: findingId ?? null,
          subject: view.risks.has(riskId) ? riskName(view, riskId) : (findingId ?? riskId),
          source: stampOf(view, 'decisions', id)?.source ?? null, why: rationale ?? null,
        })),
      },
      unowned: { services: servicesWithoutTeam(view).map(service), findings: findingsWithoutRisk(shown), unresolved: unresolvedIds(view).map((each) => ({ ...each })) },
      held: held.map(({ serviceId, findingIds, settled, ...rest }) => ({
        ...rest, service: service(serviceId), canRelease: findingIds.length >= rest.gone,
        verdict: settled?.verdict ?? null, settledAt: settled?.at ?? null, settledBy: settled?.by ?? null, reason: settled?.reason ?? null,
      })),
      tokens: tokens.map(({ id, source, scope, until, createdAt, createdBy, revokedAt }) => ({
        id, source, scope: scopeInWords(scope), until, createdAt, createdBy, state: revokedAt !== undefined ? 'revoked' : dayOf(until) < dayOf(asOf) ? 'ended' : 'good',
      })),
    };
  });
};

/** Open findings that reach no risk, by service, the most first. */
function findingsWithoutRisk(view: RecordView) {
  const { open, unmapped, unmappedByService } = findingReachRow(indexRecord(view));
  return {
    open,
    withoutRisk: unmapped,
    byService: unmappedByService.map(({ serviceId, count }) => ({ service: { id: serviceId, name: serviceName(view, serviceId) }, withoutRisk: count })),
  };
}
