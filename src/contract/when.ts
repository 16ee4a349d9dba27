import { z } from 'zod';
import { isWhen } from '#core/time.ts';

/** A calendar date or an instant with an offset, ISO 8601; `2026-02-30` is refused. */
export const whenSchema = z
  .string()
  .max(40)
  .refine(isWhen, { error: 'is not a calendar date such as 2026-06-30' })
  .meta({ description: 'ISO 8601 date or instant with offset', examples: ['2026-06-30'] });

/** A calendar date without a time: what `asOf` and `against` take. */
export const daySchema = whenSchema
  .refine((text) => text.length === 10, { error: 'is a date without a time, such as 2026-06-30' })
  .meta({ description: 'ISO 8601 calendar date', examples: ['2026-06-30'] });
