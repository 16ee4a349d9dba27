import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { findingRoutes, reachOfFinding } from '#core/mapping/finding-routes.ts';
import { attributionOf } from '#core/release/attribution.ts';
import { defectGroups, sameDefect } from '#core/release/same-defect.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr } from '#server/context.ts';
import { findingRow } from '#server/presenters/finding-row.ts';
import type { Route } from '#server/routes/route.ts';

/** One finding, the open risks that rest on it, the decisions a source carried about it, where it came from and what else is about the same defect. */
export const findingView: Route<'findingView'> = async ({ params, query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const finding = await context.store.finding(params.id, asOf);
  if (finding === undefined) {
    throw new RequestRefused('not-found', () => ({ detail: say('No finding {id} was on the record on {asOf}.', { id: params.id, asOf }) }));
  }
  const { view } = await context.pictures.pictureOf(asOf);
  const group = defectGroups(await context.store.relatedFindings(finding, asOf)).find((one) => one.some(({ id }) => id === finding.id)) ?? [];
  return {
    asOf,
    finding: findingRow(finding),
    openAsOf: finding.fixedAt === undefined || dayOf(finding.fixedAt) > dayOf(asOf),
    riskIds: [...reachOfFinding(findingRoutes(indexRecord(view)), finding).riskIds],
    decisions: [...view.decisions.values()]
      .filter((decision) => decision.findingId === finding.id)
      .map(({ id, riskId, kind, byId = null, at, expiresAt = null, rationale = null }) => ({
        id, riskId, kind, byId, at, expiresAt, rationale,
      })),
    attribution: attributionOf(view, finding),
    linked: group
      .filter(({ id }) => id !== finding.id)
      .map((other) => ({ id: other.id, source: other.source ?? null, at: other.at, fixedAt: other.fixedAt ?? null, method: sameDefect(finding, other) ?? null })),
  };
};
