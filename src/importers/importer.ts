import type { Spill } from '#core/spill.ts';
import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { RecordView } from '#core/record/view.ts';

/** Formats this product reads, in the order a mixed batch is loaded: who exists before what they own. */
export const formatNames = [
  'whose-call', 'backstage', 'k8s-sigs', 'k8s-owners-aliases', 'k8s-owners', 'k8s-security-contacts', 'codeowners', 'owners-csv',
  'cdevents', 'github-releases', 'provenance', 'grants-csv', 'register-csv', 'sarif', 'cyclonedx', 'trivy', 'grype', 'osv-scanner', 'snyk',
  'github-alerts', 'dependency-track', 'defectdojo', 'findings-csv', 'oscal', 'openvex', 'csaf', 'kev', 'epss',
] as const;
export type FormatName = (typeof formatNames)[number];

/** Bytes under a display name. The name is never opened: whoever made the source did that. */
export interface Source {
  /** Path as given by the user, with `/` between folders. Used for messages and for detection. */
  name: string;
  size: number;
  /** Sources of one archive carry its name: they are taken together or not at all. */
  unit?: string | undefined;
  bytes(): AsyncIterable<Uint8Array>;
}

/** Why one row, document or file was not taken. */
export interface Rejection {
  file: string;
  /** Where: `line 12`, `/runs/0/results/3`, `document 2`, or `file` for the whole. */
  place: string;
  /** Stable reason code such as `duplicate-key`, `date-ambiguous`, `too-deep`. */
  code: string;
  /** One plain sentence: what was found. */
  reason: string;
  /** One plain sentence: what to do about it. */
  remedy: string;
}

/** Findings that a scan no longer finds and that do not end before a person says so. */
export interface HeldScan {
  place: string;
  tool: string;
  serviceId: string;
  /** Open findings of the scope before, and how many of them are gone. */
  before: number;
  gone: number;
  /** The ids of those that are gone, as far as they are known. */
  findingIds: readonly string[];
  scannedAt: When;
}

/** The file names another owning team of a service than the record holds, and changes nothing. */
export interface OwnerClaim {
  serviceId: string;
  teamId: string;
}

/** What reading a source yields. `repaired` rows are taken, with a note of what was set right. */
export type ImportItem =
  | { type: 'entry'; entry: Entry; place: string }
  | { type: 'rejected'; rejection: Rejection }
  | { type: 'repaired'; rejection: Rejection }
  /** A complete scan lost so many findings at once that a person looks first; the file is taken and ends none of them. */
  | { type: 'held'; held: HeldScan }
  /** Something the reader of the import report should know and need not act on. */
  | { type: 'note'; text: string; claim?: OwnerClaim };

/** Thrown when nothing of a source can be used; the whole file is refused and nothing else changes. */
export class SourceRefused extends Error {
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    super(`${rejection.file}: ${rejection.reason} ${rejection.remedy}`);
    this.name = 'SourceRefused';
    this.rejection = rejection;
  }
}

export interface ImportContext {
  /** The day the batch is recorded on; becomes `recordedAt` unless the file states one. */
  at: When;
  recordedBy: string;
  /**
   * What the record holds already, the files before this one in the same batch included: for linking by id,
   * repository or path, and because an entry replaces the whole entity and so has to start from the one held.
   */
  view: RecordView;
  /** From `--service`, `--release`, `--stage`, `--team`: where the source itself does not say. */
  defaults: {
    serviceId?: string | undefined;
    releaseId?: string | undefined;
    stageId?: string | undefined;
    teamId?: string | undefined;
  };
  /**
   * The newest version of each finding the record holds under one of these ids, at most 500 at a time. `view` has only
   * findings that a risk links to; without this a scan cannot know since when a finding has been seen. Absent where
   * nothing is recorded yet or a file is only looked at.
   */
  findings?: ((ids: readonly string[]) => Promise<readonly Finding[]>) | undefined;
  /** Where rows wait that cannot be taken before a file was read to its end. Default: in memory. */
  spill?: (() => Promise<Spill>) | undefined;
  /** The person who imports says that the scan covered the whole of its scope: what it no longer finds is gone. */
  completeScan?: boolean | undefined;
  /** The open findings of a service whose ids begin so, the newest version of each. Absent where nothing is recorded yet. */
  openFindings?: ((serviceId: string, prefix: string) => AsyncIterable<Finding>) | undefined;
  /** The findings of a service, fixed ones too, the newest version of each. Absent where nothing is recorded yet. */
  findingsOf?: ((serviceId: string) => AsyncIterable<Finding>) | undefined;
  /** A file of the same batch in the same folder (or with the same prefix), such as `OWNERS_ALIASES` for `OWNERS`. */
  sibling(name: string): Source | undefined;
  /** A saved column mapping for this header line, or a mapping the user gave. */
  columnMapping?: Readonly<Record<string, string>> | undefined;
}

export interface Importer {
  format: FormatName;
  /** What a person calls it: `SARIF 2.1.0`. */
  title: string;
  /** Specification the reader follows. */
  specification: string;
  /** Its rows name findings of other sources, so `view` must hold every finding. */
  linksFindings?: boolean;
  /** Decides by content (the first 64 KiB as text) and, where content says nothing, by file name. */
  detects(start: string, name: string): boolean;
  /** Streams what the source holds. Throws `SourceRefused` where nothing of it can be used. */
  read(source: Source, context: ImportContext): AsyncIterable<ImportItem>;
}
