import { z } from 'zod';
import { isWhen } from '#core/time.ts';
import { limits } from '#importers/reading/limits.ts';
import { isIdentifier, storedText } from '#importers/reading/stored-text.ts';

/** Field types the entity schemas are made of. Types are strict: a number is not read as text. */

export const id = z
  .string()
  .min(1)
  .max(500)
  .refine(isIdentifier, { params: { code: 'identifier' }, error: 'is not an identifier' })
  .meta({ id: 'identifier', description: 'Visible characters, no space at either end' });

export const text = z.string().max(limits.stringLength).transform(storedText).meta({ id: 'text' });

export const when = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/)
  .refine(isWhen, { params: { code: 'date' }, error: 'is not a calendar date' })
  .meta({ id: 'when', description: 'A date such as 2026-06-30, or an instant such as 2026-06-30T12:00:00Z' });

export const ids = z.array(id).readonly().meta({ id: 'identifiers' });

export const texts = z.array(text).readonly().meta({ id: 'texts' });

export const money = z.number().min(0).meta({ id: 'money', description: 'In the currency of the record' });

export const share = z.number().min(0).max(1);

export const count = z.number().min(0);

export const flag = z.boolean();
