import { defectGroups } from '#core/release/same-defect.ts';
import type { Finding } from '#core/record/entities.ts';
import { indexRecord } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import { findingRoutes, reachOfFinding } from '#core/mapping/finding-routes.ts';
import { isOpenFinding } from '#core/mapping/mapping-cell.ts';
import { PAGE_SIZE } from '#contract/fields.ts';
import { CursorRefused } from '#store/store.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr } from '#server/context.ts';
import { findingRow } from '#server/presenters/finding-row.ts';
import { findingListFilter, unmappedTotal } from '#server/routes/finding-list-filter.ts';
import type { Route } from '#server/routes/route.ts';

/** Findings that are compared with each other at most, to count the defects they are about. */
const MOST_COMPARED = 1_000;

/** Findings of a place, page by page, and how many defects they are about. */
export const findingList: Route<'findingList'> = async ({ query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const { picture, view } = await context.pictures.pictureOf(asOf);
  try {
    const filter = findingListFilter(picture, view, query);
    const { findings, total, nextCursor } = await context.store.findings({ ...filter, knownTotal: unmappedTotal(view, query, filter), limit: query.limit ?? PAGE_SIZE, cursor: query.cursor });
    const isCompared = query.cursor === undefined && total <= MOST_COMPARED;
    const all = nextCursor === null || !isCompared ? findings : (await context.store.findings({ ...filter, limit: MOST_COMPARED })).findings;
    const reached = reachedBy(view, findings);
    return { asOf, findings: findings.map(findingRow), total, nextCursor, ...(reached === undefined ? {} : { reached }), defects: isCompared ? defectGroups(all).length : null };
  } catch (error) {
    if (error instanceof CursorRefused) throw new RequestRefused('bad-cursor');
    throw error;
  }
};

/** Risks that findings reach without being named by one; undefined where none of them does. */
function reachedBy(view: RecordView, findings: readonly Finding[]): Record<string, string[]> | undefined {
  const index = indexRecord(view);
  const routes = findingRoutes(index);
  const reached = findings.filter((finding) => isOpenFinding(finding, index.day)).flatMap((finding): [string, string[]][] => {
    const { way, riskIds } = reachOfFinding(routes, finding);
    return way === 'by-rule' || way === 'derived' ? [[finding.id, [...riskIds]]] : [];
  });
  return reached.length === 0 ? undefined : Object.fromEntries(reached);
}
