import type { When } from '#core/time.ts';

/** The earliest scan that names what it scanned, and the earliest whose stage is known; they may be two. */
export interface FirstScan {
  /** Versions, commits and digests: what the file names, or `--release` gave. */
  build?: { at: When; names: readonly string[] } | undefined;
  stage?: { at: When; id: string } | undefined;
}

/** A scan that was called complete: what it does not list, its tool did not find. `tool` as it stands in the ids of findings. */
export interface CompleteScan {
  tool: string;
  at: When;
}
