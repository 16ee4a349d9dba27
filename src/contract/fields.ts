import { z } from 'zod';

/** An id of the record as addresses and bodies carry it. Any text of a sane length: ids come from the user's files. */
export const idSchema = z
  .string()
  .min(1)
  .max(300)
  // oxlint-disable-next-line no-control-regex -- control characters in an id are what is refused
  .regex(/^[^\u0000-\u001F\u007F]+$/, { error: 'holds a control character' });

export const noFields = z.strictObject({});

/** `true` or `false` as text: what an address can carry. */
export const flagText = z.enum(['true', 'false']).transform((text) => text === 'true');

export const PAGE_SIZE = 50;
const LARGEST_PAGE = 200;

/** 1 to 200 in plain digits; `-1`, `1e9` and digits of other scripts are refused. */
export const limitText = z
  .string()
  .regex(/^[1-9][0-9]{0,2}$/, { error: `is a whole number from 1 to ${LARGEST_PAGE}` })
  .transform(Number)
  .refine((limit) => limit <= LARGEST_PAGE, { error: `is a whole number from 1 to ${LARGEST_PAGE}` });

/** Text a person typed: not only spaces, cut nowhere. */
export function typedText(longest: number): z.ZodString {
  return z.string().trim().min(1, { error: 'is empty' }).max(longest, { error: `is longer than ${longest} characters` });
}

/** Money of the record's currency: finite and not below zero. */
export const moneySchema = z.number().nonnegative().max(1e15);
