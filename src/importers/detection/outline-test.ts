import { jsonOutline } from '#importers/detection/outline.ts';

type Outline = ReadonlyMap<string, string | undefined>;

/** A question about the keys a JSON text begins with. */
export type OutlineTest = (outline: Outline) => boolean;

/** Every one of these paths stands in it. */
export const has = (...paths: readonly string[]): OutlineTest => (outline) => paths.every((path) => outline.has(path));
export const either = (...tests: readonly OutlineTest[]): OutlineTest => (outline) => tests.some((test) => test(outline));
export const both = (...tests: readonly OutlineTest[]): OutlineTest => (outline) => tests.every((test) => test(outline));
export const lacks = (...paths: readonly string[]): OutlineTest => (outline) => !paths.some((path) => outline.has(path));
/** The text at a path goes by these words. */
export const says = (path: string, words: RegExp): OutlineTest => (outline) => words.test(outline.get(path) ?? '');

/** True for JSON that begins as the test wants; CycloneDX, SARIF and the product's own format are told by other means. */
export function beginsAs(start: string, test: OutlineTest): boolean {
  return /^\s*[[{]/.test(start) && test(jsonOutline(start));
}
