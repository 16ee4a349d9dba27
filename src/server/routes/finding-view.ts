import { dayOf } from '#core/time.ts';
import { viewAsOf } from '#core/record/view.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr } from '#server/context.ts';
import { findingRow } from '#server/presenters/finding-row.ts';
import type { Route } from '#server/routes/route.ts';

/** One finding, the open risks that rest on it and the decisions a source carried about it. */
export const findingView: Route<'findingView'> = async ({ params, query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const finding = await context.store.finding(params.id, asOf);
  if (finding === undefined) {
    throw new RequestRefused('not-found', { detail: `No finding ${params.id} was on the record on ${asOf}.` });
  }
  const { picture, view } = await context.pictures.pictureOf(asOf);
  const decisions = [...(view ?? viewAsOf(await context.store.entries(asOf), asOf)).decisions.values()];
  return {
    asOf,
    finding: findingRow(finding),
    openAsOf: finding.fixedAt === undefined || dayOf(finding.fixedAt) > dayOf(asOf),
    riskIds: picture.risks.filter((risk) => risk.findingIds.includes(finding.id)).map((risk) => risk.id),
    decisions: decisions
      .filter((decision) => decision.findingId === finding.id)
      .map(({ id, riskId, kind, byId = null, at, expiresAt = null, rationale = null }) => ({
        id, riskId, kind, byId, at, expiresAt, rationale,
      })),
  };
};
