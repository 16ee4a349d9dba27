import { isAfter, isWhen, type When } from '#core/time.ts';
import { textOf } from '#importers/scan/loose.ts';

/** Before computers kept such times: what tools write for a time they do not know (`0001-01-01T00:00:00Z`). */
const FIRST_DAY = '1970-01-02';

/** The value as a date or instant, where it is one that a tool can have seen. */
export function whenOf(value: unknown): When | undefined {
  const text = textOf(value);
  return text !== undefined && isWhen(text) && text >= FIRST_DAY ? text : undefined;
}

/**
 * As `whenOf`, and the day of a time that tools write without a zone (`2026-04-07 23:55:09.748`): the hour is not
 * kept, because which hour it was cannot be told.
 */
export function dayOrWhenOf(value: unknown): When | undefined {
  const text = textOf(value)?.trim();
  if (text === undefined) return undefined;
  if (isWhen(text)) return whenOf(text);
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?( ?(Z|UTC|[+-]\d{2}:?\d{2}))?$/.exec(text)?.[1];
  return whenOf(day);
}

/** The earlier of two moments: nothing in a report can have happened after it was read. */
export function notAfter(when: When, latest: When): When {
  return isAfter(when, latest) ? latest : when;
}
