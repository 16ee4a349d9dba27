import { z } from 'zod';
import { PAGE_SIZE } from '#contract/fields.ts';
import { importReportSchema, type ImportReport } from '#contract/import-report.ts';
import type { Route } from '#server/routes/route.ts';

const reportsSchema = z.array(importReportSchema);

/** The reports of a batch; which findings are held is asked for where they are released. */
export function reportsOf(report: unknown): ImportReport[] {
  const reports = reportsSchema.safeParse(report).data ?? [];
  return reports.map(({ held, ...rest }) => ({ ...rest, ...(held === undefined ? {} : { held: held.map((each) => ({ ...each, findingIds: [] })) }) }));
}

/** What arrived, newest first; an act has no reports. */
export const importList: Route<'importList'> = async ({ query, context }) => {
  const batches = await context.store.imports(query.limit ?? PAGE_SIZE);
  return {
    imports: batches.map(({ id, header, committedAt, report }) => ({
      id,
      kind: header.kind,
      source: header.source,
      format: header.format ?? null,
      recordedAt: header.recordedAt,
      recordedBy: header.recordedBy,
      sender: header.sender ?? null,
      committedAt,
      reports: reportsOf(report),
    })),
  };
};
