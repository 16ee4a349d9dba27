import type { Spill } from '#core/spill.ts';
import type { When } from '#core/time.ts';
import type { MappingCell } from '#core/mapping/mapping-cell.ts';
import type { RouteConditions } from '#core/mapping/route-conditions.ts';
import type { Finding, Severity } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { FindingTallies, HeldUntraced, TallyLimits } from '#core/record/finding-tallies.ts';
import type { RepeatEscapes } from '#core/release/repeat-escapes.ts';
import type { RiverCounts, ShippedSpan } from '#core/release/river-counts.ts';
import type { TraceQuery } from '#store/trace-condition.ts';

export interface AppendCounts {
  added: number;
  updated: number;
  unchanged: number;
}

/** What an act or an import is, for the ledger and for the list of sources. */
export interface BatchHeader {
  kind: 'import' | 'act';
  recordedAt: When;
  recordedBy: string;
  /** File name, or the act's name. */
  source: string;
  format?: string | undefined;
  /** The source an import token is bound to, where the file came with one. */
  sender?: string | undefined;
}

export interface ServiceFindings {
  serviceId: string;
  /** What their ids begin with. */
  beginning?: string | undefined;
  openOnly: boolean;
}

/** One all-or-nothing change. Nothing is visible, and nothing is kept, before `commit` resolves. */
export interface Batch {
  /** The newest version of each of these findings, those of this batch included. */
  newestFindings(ids: readonly string[]): Promise<readonly Finding[]>;
  /** The newest version of each finding of a service, those of this batch included, in the order of their ids. */
  findingsOfService(query: ServiceFindings): AsyncIterable<Finding>;
  /** Entities equal to the newest version held count as unchanged and are not stored again. */
  append(entries: readonly Entry[]): Promise<AppendCounts>;
  /** `report` is kept with the batch. Resolves when the change is durable: ledger first, then database. */
  commit(report: unknown): Promise<{ version: number }>;
  rollback(): Promise<void>;
}

export interface FindingQuery extends TraceQuery {
  asOf: When;
  serviceIds?: readonly string[] | undefined;
  /** `null` asks for findings without a recorded stage. */
  stageId?: string | null | undefined;
  severity?: Severity | undefined;
  ids?: readonly string[] | undefined;
  /** Weaknesses as findings carry them; `null` = none given. */
  weaknesses?: readonly (string | null)[] | undefined;
  /** Not those that fit any of these routes. */
  without?: RouteConditions | undefined;
  /** How they reach risks. */
  reach?: ReachFilter | undefined;
  /** Stage that made the defect; `null` = none recorded. */
  introducedStageId?: string | null | undefined;
  /** Both stages are recorded, and differ (`true`) or are the same (`false`). */
  escaped?: boolean | undefined;
  /** Team that introduced it: named by the finding, else the one that shipped its release; `null` = none recorded. */
  introducedTeamIds?: readonly string[] | null | undefined;
  /** Fixed by `asOf` by this team. */
  fixedTeamId?: string | undefined;
  /** Fixed by `asOf`, with (`true`) or without (`false`) a team recorded that fixed it. */
  fixNamesTeam?: boolean | undefined;
  /** Found in the week that begins on this Monday. */
  foundWeek?: When | undefined;
  /** Fixed in the week that begins on this Monday, by `asOf`. */
  fixedWeek?: When | undefined;
  /** Found at one of these stages; made at one; fixed by `asOf` by one of these teams. */
  stageIds?: readonly string[] | undefined;
  introducedStageIds?: readonly string[] | undefined;
  fixedTeamIds?: readonly string[] | undefined;
  /** First and last day they were found on. */
  foundFrom?: When | undefined;
  foundTo?: When | undefined;
  /** First and last day they were fixed on, by `asOf`. */
  fixedFrom?: When | undefined;
  fixedTo?: When | undefined;
  /** True = the release that introduced it is on the record and went out by the day it was found. */
  shippedFirst?: boolean | undefined;
  /** Only findings not fixed by `asOf`. Default true. */
  openOnly?: boolean | undefined;
  /** How many they are, where the caller counted them already: the page then does not. */
  knownTotal?: number | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Findings that reach one risk (`own` are its routes), or without `own` the open ones that reach none. `all` are the routes to every risk. */
export interface ReachFilter {
  own?: RouteConditions | undefined;
  all: RouteConditions;
}

export interface FindingPage {
  findings: readonly Finding[];
  /** Exact number of findings the query matches, over all pages. */
  total: number;
  nextCursor: string | null;
}

/** Open findings on a date, rolled up; the picture maps services to teams and processes. */
export interface FindingCell {
  serviceId: string;
  stageId: string | null;
  severity: Severity;
  count: number;
}

export interface ImportRecord {
  id: number;
  header: BatchHeader;
  committedAt: When;
  report: unknown;
}

/** The record as stored. PGlite embedded and PostgreSQL by URL implement it with the same SQL. */
export interface Store {
  /** A place for text that is too much for memory, such as rows of a file that wait for its end. */
  spill(): Promise<Spill>;
  begin(header: BatchHeader): Promise<Batch>;
  /**
   * Every version recorded by the end of `asOf`, findings only where a risk links to them.
   * Without `asOf`: every version.
   */
  entries(asOf?: When): Promise<readonly Entry[]>;
  /** Every version of everything, findings included, in the order recorded: for export and rebuild. */
  allEntries(): AsyncIterable<Entry>;
  findings(query: FindingQuery): Promise<FindingPage>;
  finding(id: string, asOf: When): Promise<Finding | undefined>;
  /** Findings of the same service that may be about the same defect, the finding itself among them; at most a few hundred. */
  relatedFindings(finding: Finding, asOf: When): Promise<readonly Finding[]>;
  /** Finds findings by id, CVE or title text; at most `limit`. */
  searchFindings(text: string, asOf: When, limit: number): Promise<readonly Finding[]>;
  findingCells(asOf: When): Promise<readonly FindingCell[]>;
  /** All findings as the record held them at the end of a day, counted for the rules as far as these look; `held` are left out of `untraced`. */
  findingTallies(asOf: When, limits: TallyLimits, held: readonly HeldUntraced[]): Promise<FindingTallies>;
  /** Findings of some services (absent = all), found, fixed and open by week, by stages and by teams. */
  riverCounts(asOf: When, serviceIds?: readonly string[]): Promise<RiverCounts>;
  /** Kinds of defect that escaped again after a fix, on some services (absent = all). */
  repeatEscapes(asOf: When, serviceIds?: readonly string[]): Promise<RepeatEscapes>;
  /** What some teams released and introduced from one day to another, both within, as the record held it at the end of `asOf`. */
  shippedSpan(asOf: When, teamIds: readonly string[], from: When, to: When): Promise<ShippedSpan>;
  /** Open findings of some services (absent = all) that got past the stage that made them, longest known first. */
  oldestEscaped(asOf: When, serviceIds: readonly string[] | undefined, limit: number): Promise<readonly Finding[]>;
  /** All open findings counted by what decides which risks they reach; names of rules are told apart where they are named here. */
  mappingCells(asOf: When, namedRules: readonly string[]): Promise<readonly MappingCell[]>;
  /** The same of the findings of a filter. */
  mappingCellsOf(filter: Omit<FindingQuery, 'limit' | 'cursor'>, namedRules: readonly string[]): Promise<readonly MappingCell[]>;
  imports(limit: number): Promise<readonly ImportRecord[]>;
  /** Grows with every committed batch; the ETag of everything computed from the record. */
  version(): Promise<number>;
  setting(name: string): Promise<string | undefined>;
  saveSetting(name: string, value: string): Promise<void>;
  close(): Promise<void>;
}

/** An opaque or edited cursor that does not belong to this query. */
export class CursorRefused extends Error {
  constructor() {
    super('The page marker does not belong to this list. Start again from its first page.');
    this.name = 'CursorRefused';
  }
}
