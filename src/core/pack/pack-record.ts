import type { LanguageTag } from '#language/current.ts';
import type { When } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';

export const PACK_SCHEMA = 'whose-call-pack/1';

/** Whether a pack names people or only their roles. */
export const packNames = ['names', 'roles'] as const;
export type PackNames = (typeof packNames)[number];

/** What a board pack holds and its seal covers: one picture of the record, and when and how it was taken. */
export interface PackRecord {
  schema: typeof PACK_SCHEMA;
  /** Id of the pack's entry on the record. */
  id: string;
  /** The instant it was sealed. */
  sealedAt: When;
  /** Nothing recorded after this day is in it. */
  cutoff: When;
  names: PackNames;
  /** Of every sentence in it and around it, for ever. Absent in packs made before there was a choice: English. */
  language?: LanguageTag;
  /** Where the live record answers, `null` where the maker did not say. */
  address: string | null;
  picture: Picture;
}

/** Reads a pack's text. Throws where it is not one, and names a newer format as such. */
export function readPackRecord(text: string): PackRecord {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('schema' in value) || typeof value.schema !== 'string' || !value.schema.startsWith('whose-call-pack/')) {
    throw new Error('This is not a pack of Whose Call.');
  }
  if (value.schema !== PACK_SCHEMA) throw new Error(`The pack is in the format ${value.schema}; this version reads ${PACK_SCHEMA}.`);
  // Written by the product and covered by its seal, which is checked before anything is drawn from it.
  return value as PackRecord;
}
