import { limits } from '#importers/reading/limits.ts';
import { inDigits } from '#importers/reading/place.ts';

const CONTROLS = /\p{Cc}/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const CONTROL_PICTURES = 0x2400;

/**
 * Text as the record keeps it: at most 64 Ki characters with the cut marked, control characters other
 * than tab and line ends shown as their Unicode pictures (a database takes no NUL), half characters
 * replaced. Everything else, mark-up and formulas included, stays as it came and is shown as text.
 */
export function storedText(text: string): string {
  const clean = text
    .replaceAll(CONTROLS, pictureOf)
    .replaceAll(LONE_SURROGATES, '\ufffd');
  if (clean.length <= limits.storedTextLength) return clean;
  const mark = ` [cut: ${inDigits(clean.length)} characters]`;
  return clean.slice(0, limits.storedTextLength - mark.length).replace(/[\ud800-\udbff]$/, '') + mark;
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code > 0x1f || control === '\t' || control === '\n' || control === '\r') return control;
  return String.fromCodePoint(CONTROL_PICTURES + code);
}

/** True for text that can be an identifier: something to see, no control or bidirectional characters. */
export function isIdentifier(text: string): boolean {
  return /^[^\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,500}$/u.test(text) && text.trim() === text;
}
