import { dayOf, type When } from '#core/time.ts';
import type { Policy } from '#core/record/policy.ts';
import { policySettings, type PolicySettings } from '#core/flags/policy-defaults.ts';
import { sourceOfFile, type DeliveredFile, type Delivery, type DeliveryFault } from '#core/sources/delivery.ts';

/** One source: everything that arrived from it so far, and the newest of it. */
export interface SourceRow {
  name: string;
  /** How it comes: with an import token, or by a command. */
  by: 'token' | 'command';
  /** Who brought it last. */
  lastBy: string;
  formats: readonly string[];
  lastAt: When;
  /** Days since it last arrived. */
  age: number;
  /**
   * Days it may stay away: the longest between two of its arrivals so far and `source.slackDays` more; for a token that sent
   * once, `source.silenceDays`; `null` for a file that a person brought once.
   */
  limit: number | null;
  /** Its last arrival is longer ago than its limit. */
  isQuiet: boolean;
  files: number;
  refusedFiles: number;
  added: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** One line of what was not taken. */
export interface NotTaken extends DeliveryFault {
  source: string;
  at: When;
  format: string | null;
  by: string;
  /** True where the whole file was refused. */
  whole: boolean;
}

interface Arrival {
  delivery: Delivery;
  file: DeliveredFile;
}

/** Every source with what it brought: those that have gone quiet first, then the one that arrived last. `asOf` is the day it is looked at, `policy` that in force on it. */
export function sourceRows(deliveries: readonly Delivery[], asOf: When, policy: Policy): readonly SourceRow[] {
  const bySource = Map.groupBy(
    deliveries.flatMap((delivery) => delivery.files.map((file): Arrival => ({ delivery, file }))),
    ({ delivery, file }) => sourceOfFile(delivery.sender, file.file),
  );
  const rows = [...bySource].map(([name, arrivals]) => rowOf(name, arrivals, asOf, policySettings(policy)));
  return rows.toSorted((a, b) => Number(b.isQuiet) - Number(a.isQuiet) || dayOf(b.lastAt) - dayOf(a.lastAt) || (a.name < b.name ? -1 : 1));
}

function rowOf(name: string, arrivals: readonly Arrival[], asOf: When, { threshold }: PolicySettings): SourceRow {
  const last = arrivals.reduce((newest, arrival) => (arrival.delivery.id > newest.delivery.id ? arrival : newest));
  const sum = (pick: (file: DeliveredFile) => number): number => arrivals.reduce((total, { file }) => total + pick(file), 0);
  const days = [...new Set(arrivals.map(({ delivery }) => dayOf(delivery.at)))].toSorted((a, b) => a - b);
  const age = dayOf(asOf) - (days.at(-1) ?? 0);
  const longest = Math.max(0, ...days.slice(1).map((day, at) => day - (days[at] ?? day)));
  const once = last.delivery.sender === null ? null : threshold('source.silenceDays');
  const limit = days.length > 1 ? longest + threshold('source.slackDays') : once;
  return {
    name,
    by: last.delivery.sender === null ? 'command' : 'token',
    lastBy: last.delivery.recordedBy,
    formats: [...new Set(arrivals.flatMap(({ file }) => file.format ?? []))].toSorted(),
    lastAt: last.delivery.at,
    age,
    limit,
    isQuiet: limit !== null && age > limit,
    files: arrivals.length,
    refusedFiles: arrivals.filter(({ file }) => file.refused).length,
    added: sum((file) => file.added),
    updated: sum((file) => file.updated),
    unchanged: sum((file) => file.unchanged),
    rejected: sum((file) => (file.refused ? 0 : file.rejected.length + file.moreRejected)),
  };
}

/** Every row and file that was not taken, the newest first. */
export function notTaken(deliveries: readonly Delivery[]): readonly NotTaken[] {
  return deliveries.toSorted((a, b) => b.id - a.id).flatMap((delivery) =>
    delivery.files.flatMap((file) =>
      file.rejected.map((fault) => ({
        ...fault, source: sourceOfFile(delivery.sender, file.file), at: delivery.at, format: file.format, by: delivery.recordedBy, whole: file.refused,
      })),
    ),
  );
}
