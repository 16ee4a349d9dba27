/** A JSON object of which nothing is known but that it is one. */
export type LooseObject = Readonly<Record<string, unknown>>;

/** The value as an object; `undefined` for lists, null and everything else. */
export function objectOf(value: unknown): LooseObject | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list; empty for everything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list, in order. */
export function objectsOf(value: unknown): readonly LooseObject[] {
  return listOf(value).filter(isObject);
}

/** The value as text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The value as a number that JSON can hold exactly. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The value as a whole number of zero or more. */
export function indexOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
