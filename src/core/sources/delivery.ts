import type { When } from '#core/time.ts';

/** One row or file that was not taken, with where, why and what to do. */
export interface DeliveryFault {
  file: string;
  place: string;
  code: string;
  reason: string;
  remedy: string;
}

/** A file named another team as owner of a service than the record held at that moment, and did not change it. */
export interface OwnerClaim {
  serviceId: string;
  teamId: string;
}

/** What became of one file. */
export interface DeliveredFile {
  file: string;
  format: string | null;
  refused: boolean;
  added: number;
  updated: number;
  unchanged: number;
  rejected: readonly DeliveryFault[];
  moreRejected: number;
  /** Services its findings are about; absent where it holds none. */
  services?: readonly string[] | undefined;
  claims?: readonly OwnerClaim[] | undefined;
}

/** One arrival: a file, or the files of one archive. */
export interface Delivery {
  id: number;
  /** Name of the file or archive as it was given. */
  name: string;
  at: When;
  recordedBy: string;
  /** The source an import token is bound to; `null` where the file came by command. */
  sender: string | null;
  files: readonly DeliveredFile[];
}

/**
 * The source a file comes from: the name its token is bound to; else its own name without folders, dates and numbers,
 * because a source names its exports by the day.
 */
export function sourceOfFile(sender: string | null, file: string): string {
  if (sender !== null) return sender;
  const base = file.split('/').at(-1) ?? file;
  const [, stem = base, ending = ''] = /^(.*?)((?:\.[a-z][a-z.]*)?)$/i.exec(base) ?? [];
  const plain = stem.replaceAll(/[-_. ]?v?\d+([-_.]\d+)*/g, '').replace(/^[-_. ]+/, '');
  return plain === '' ? base : `${plain}${ending}`;
}
