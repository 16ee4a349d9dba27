/**
 * How wide a line of text will be, without asking a browser, so that a layout can keep labels apart
 * and a test can prove it. Widths are those of Inter at weight 400 in em, rounded up; the fallback
 * fonts of most systems are no wider.
 */
const NARROW = new Set("iIjl.,:;'|!·()[] ");
const HALF = new Set('frt-–/"*');
const WIDE = new Set('mwMWQO@%—…×');

/** Width in CSS pixels of one line at a font size in pixels; `bold` is weight 600. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return em * size * (bold ? 1.06 : 1);
}

/** The text, or as much of it as fits before an ellipsis; at least one character. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, bold) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text over at most `lines` lines, broken between words; the last line is cut to fit. */
export function wrapText(text: string, width: number, size: number, bold = false, lines = 2): readonly string[] {
  const wrapped: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || wrapped.length === lines - 1 || textWidth(longer, size, bold) <= width) {
      current = longer;
    } else {
      wrapped.push(current);
      current = word;
    }
  }
  return [...wrapped, current].map((part) => fitText(part, width, size, bold));
}

function widthOf(character: string): number {
  if (NARROW.has(character)) return 0.31;
  if (HALF.has(character)) return 0.43;
  if (WIDE.has(character)) return 0.96;
  if (character >= 'A' && character <= 'Z') return 0.73;
  if (character >= '0' && character <= '9') return 0.65;
  return 0.6;
}

/** A rectangle of ink, in pixels from the top left of the drawing. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** True when two boxes share ink; boxes that only touch do not. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

/** A line of text placed by its left edge and baseline. */
export interface PlacedText {
  text: string;
  x: number;
  baseline: number;
  size: number;
  bold: boolean;
}

/** The box a placed line takes: ascent 0.8 em above the baseline, descent 0.25 em below. */
export function textBox(placed: PlacedText): Box {
  return {
    left: placed.x,
    top: placed.baseline - placed.size * 0.8,
    width: textWidth(placed.text, placed.size, placed.bold),
    height: placed.size * 1.05,
  };
}
