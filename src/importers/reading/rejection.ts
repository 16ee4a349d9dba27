import { SourceRefused, type ImportItem, type Rejection } from '#importers/importer.ts';

/** What was wrong, apart from the file it was in. */
export interface Fault {
  place: string;
  /** Stable reason code such as `duplicate-key`. */
  code: string;
  /** One plain sentence that ends with a full stop. */
  reason: string;
  /** One plain sentence that ends with a full stop. */
  remedy: string;
}

/** The place of a fault that is about a whole file. */
export const WHOLE_FILE = 'file';

/** Puts a file name to a fault. */
export function rejectionOf(file: string, fault: Fault): Rejection {
  return { file, place: fault.place, code: fault.code, reason: fault.reason, remedy: fault.remedy };
}

/** Refuses a source whole. Always throws `SourceRefused`. */
export function refuse(file: string, fault: Fault): never {
  throw new SourceRefused(rejectionOf(file, fault));
}

/** A row, document or result that is not taken. */
export function rejected(file: string, fault: Fault): ImportItem {
  return { type: 'rejected', rejection: rejectionOf(file, fault) };
}

/** A row that is taken after something in it was set right; the fault says what. */
export function repaired(file: string, fault: Fault): ImportItem {
  return { type: 'repaired', rejection: rejectionOf(file, fault) };
}

/** A line for the import report that asks for nothing. */
export function note(text: string): ImportItem {
  return { type: 'note', text };
}

/** The one line a person reads: file, place, reason, remedy. */
export function lineOfRejection(rejection: Rejection): string {
  const where = rejection.place === WHOLE_FILE ? rejection.file : `${rejection.file}, ${rejection.place}`;
  return `${where}: ${rejection.reason} ${rejection.remedy}`;
}
