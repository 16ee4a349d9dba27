import { z } from 'zod';
import { PAGE_SIZE } from '#contract/fields.ts';
import { importReportSchema } from '#contract/import-report.ts';
import type { Route } from '#server/routes/route.ts';

const reportsSchema = z.array(importReportSchema);

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
      reports: reportsSchema.safeParse(report).data ?? [],
    })),
  };
};
