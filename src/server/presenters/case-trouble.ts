import type { Rejection } from '#importers/importer.ts';

/** What was not taken of a case file, as the contract has it. */
export function caseTrouble({ file, place, reason, remedy }: Rejection): Omit<Rejection, 'code'> {
  return { file, place, reason, remedy };
}
