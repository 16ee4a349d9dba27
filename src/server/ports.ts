import type { When } from '#core/time.ts';
import type { Source } from '#importers/importer.ts';
import type { Spool } from '#server/uploads/spool.ts';

/** The only source of "now" in the server. */
export interface Clock {
  /** The present moment as a UTC instant, such as `2026-06-30T12:00:00.000Z`. */
  now(): When;
}

export interface Caller {
  /** What a version in the record names as `recordedBy`. */
  recordedBy: string;
}

/** Who calls. Local use has one caller, `local`. */
export type Identity = (request: Request) => Caller;

export interface LogLine {
  level: 'error' | 'info';
  /** Names this occurrence; the caller is given the same. */
  id: string;
  message: string;
  error?: unknown;
}
export type Log = (line: LogLine) => void;

export function localIdentity(): Caller {
  return { recordedBy: 'local' };
}

/** A file of text and the name messages call it by. */
export interface TextFile {
  name: string;
  text: string;
}

/** What a host brings for files that arrive over HTTP. */
export interface UploadParts {
  spool: Spool;
  /** Opens archives. Where it is absent they are refused by name. */
  unpack?: ((source: Source) => Promise<readonly Source[]>) | undefined;
}

/** Where the documented cases come from: a folder in Node, the bundle in a browser. Asked again for every answer. */
export type CaseFiles = () => Promise<readonly TextFile[]>;
