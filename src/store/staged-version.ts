import { severities, type Finding } from '#core/record/entities.ts';
import type { Entry, EntryKind } from '#core/record/entry.ts';
import { canonicalJson, storableText } from '#store/canonical-json.ts';
import { copyField } from '#store/database.ts';
import { sortableMoment, utcDay } from '#store/moment.ts';
import type { BatchHeader } from '#store/store.ts';

/** One version on its way into the record. `entity` and `stamp` are canonical JSON. */
export interface StagedVersion {
  kind: EntryKind;
  id: string;
  recordedAt: string;
  entity: string;
  stamp: string;
  finding: FindingColumns | undefined;
}

export interface FindingColumns {
  service_id: string;
  stage_id: string | null;
  severity: string;
  severity_rank: number;
  at_day: string;
  fixed_day: string | null;
}

/**
 * An entry with its stamp completed from the batch: who recorded it, when and from what, where the
 * entry itself does not say. Throws RangeError on a date that is none.
 */
export function stagedVersion(entry: Entry, header: BatchHeader): StagedVersion {
  const stamp = {
    ...entry.stamp,
    recordedAt: entry.stamp.recordedAt ?? header.recordedAt,
    recordedBy: entry.stamp.recordedBy ?? header.recordedBy,
    source: entry.stamp.source ?? header.source,
  };
  return {
    kind: entry.kind,
    id: storableText(entry.entity.id),
    recordedAt: sortableMoment(stamp.recordedAt),
    entity: canonicalJson(entry.entity),
    stamp: canonicalJson(stamp),
    finding: entry.kind === 'findings' ? findingColumns(entry.entity) : undefined,
  };
}

/** What the ledger keeps of a version. */
export function ledgerLine({ entity, kind, stamp }: StagedVersion): string {
  return `{"entity":${entity},"kind":"${kind}","stamp":${stamp}}`;
}

/** A finding counts under the stage where it was found. */
function findingColumns(finding: Finding): FindingColumns {
  return {
    service_id: storableText(finding.serviceId),
    stage_id: finding.foundStageId === undefined ? null : storableText(finding.foundStageId),
    severity: finding.severity,
    severity_rank: severities.indexOf(finding.severity),
    at_day: utcDay(finding.at),
    fixed_day: finding.fixedAt === undefined ? null : utcDay(finding.fixedAt),
  };
}

/** The JSON object `json_to_recordset` reads; entity and stamp are put in as they are, so their spelling survives. */
export function stagedRow(version: StagedVersion, position: number): string {
  const columns = JSON.stringify({
    position, kind: version.kind, id: version.id, recorded_at: version.recordedAt, ...version.finding,
  });
  return `${columns.slice(0, -1)},"entity":${version.entity},"stamp":${version.stamp}}`;
}

/** Columns of `findingLine`, in its order. */
export const findingRowColumns = [
  'seq', 'id', 'recorded_at', 'service_id', 'stage_id', 'severity', 'severity_rank', 'at_day', 'fixed_day', 'stamp', 'body',
] as const;

/** A finding as `Queries.load` takes it. */
export function findingLine({ id, recordedAt, finding, stamp, entity }: StagedVersion, seq: number): string {
  if (finding === undefined) throw new TypeError('Only findings are loaded.');
  const { service_id, stage_id, severity, severity_rank, at_day, fixed_day } = finding;
  return `${seq}\t${copyField(id)}\t${recordedAt}\t${copyField(service_id)}\t${copyField(stage_id)}\t${severity}\t${severity_rank}\t${at_day}\t${copyField(fixed_day)}\t${copyField(stamp)}\t${copyField(entity)}\n`;
}
