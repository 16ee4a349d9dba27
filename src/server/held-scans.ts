import { z } from 'zod';
import type { When } from '#core/time.ts';
import { sourceOfFile } from '#core/sources/delivery.ts';
import { heldScanBody } from '#contract/sources.ts';
import { whenSchema } from '#contract/when.ts';
import { importReportSchema } from '#contract/import-report.ts';
import type { HeldScan } from '#importers/importer.ts';
import { settingNames } from '#server/context.ts';
import type { ImportRecord, Store } from '#store/store.ts';

const settledSchema = z.record(z.string(), heldScanBody.extend({ at: whenSchema, by: z.string() }));
export type SettledScan = z.infer<typeof settledSchema>[string];

const reportsSchema = z.array(importReportSchema);

/** A scan that lost so many findings at once that none of them ended. */
export interface HeldScanOnRecord extends Omit<HeldScan, 'place'> {
  /** Where it stands on the record: batch, file and place in it. */
  id: string;
  source: string;
  file: string;
  at: When;
  by: string;
  settled: SettledScan | undefined;
}

/** Every held scan of these imports, the newest first, with what was said of it. */
export async function heldScans(store: Pick<Store, 'setting'>, imports: readonly ImportRecord[]): Promise<readonly HeldScanOnRecord[]> {
  const settled = await settledScans(store);
  return imports.flatMap(({ id: batch, header, report }) =>
    (reportsSchema.safeParse(report).data ?? []).flatMap(({ file, held = [] }, atFile) =>
      held.map(({ tool, serviceId, before, gone, findingIds, scannedAt }, at) => {
        const id = `${batch}.${atFile}.${at}`;
        return {
          id, source: sourceOfFile(header.sender ?? null, file), file, at: header.recordedAt, by: header.recordedBy,
          tool, serviceId, before, gone, findingIds, scannedAt, settled: settled[id],
        };
      }),
    ),
  );
}

/** Keeps what a person said of a held scan. */
export async function settleScan(store: Pick<Store, 'setting' | 'saveSetting'>, id: string, said: SettledScan): Promise<void> {
  await store.saveSetting(settingNames.settledScans, JSON.stringify({ ...(await settledScans(store)), [id]: said }));
}

async function settledScans(store: Pick<Store, 'setting'>): Promise<Readonly<Record<string, SettledScan>>> {
  const text = await store.setting(settingNames.settledScans);
  return text === undefined ? {} : settledSchema.parse(JSON.parse(text));
}
