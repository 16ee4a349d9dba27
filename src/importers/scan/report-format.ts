import type { When } from '#core/time.ts';
import type { FormatName } from '#importers/importer.ts';
import type { PathStep } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';
import type { ReportHeader } from '#importers/scan/report-header.ts';
import type { ReportRow, Subject } from '#importers/scan/sighting.ts';

/** Turns the values a format's rows are made of into rows, in the order of the file. May keep what rows share. */
export type RowReader = (path: readonly PathStep[], value: unknown) => Iterable<ReportRow>;

/** What is particular to one JSON format whose rows are findings or statements about them. */
export interface ReportFormat {
  format: FormatName;
  title: string;
  specification: string;
  /** Its rows are statements about findings of other sources. */
  linksFindings?: boolean;
  /** Stands in the id of its findings, and for their source where the report names no tool. */
  tool: string;
  detects(start: string, name: string): boolean;
  /** Paths of what says what the report is about. */
  header: readonly string[];
  /** Paths of the rows and of what rows share. */
  rows: readonly string[];
  /** Lists among which the rows stand; one that is an object is said to be none. */
  lists: readonly string[];
  /** Keys inside rows and header that are large, or may hold a secret, and are not read. */
  drop: readonly string[];
  /** Refuses what cannot be used, by throwing `SourceRefused`. */
  check?(header: ReportHeader, file: string): void;
  /** What is said of a version of the format that is not known. */
  odd?(header: ReportHeader): Fault | undefined;
  subject(header: ReportHeader): Subject;
  scannedAt(header: ReportHeader): When | undefined;
  /** What the report covers, the same for every scan of it: an image without its tag, a project. */
  scope?(header: ReportHeader): string | undefined;
  /** What was scanned, by version, commit, digest or tag: ties the scan to a release. */
  builds?(header: ReportHeader): readonly (string | undefined)[];
  /** The name of the tool where the report is one of many tools'. */
  source?(header: ReportHeader): string | undefined;
  reader(header: ReportHeader): RowReader;
}
