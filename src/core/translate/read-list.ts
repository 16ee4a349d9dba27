/** One line of a list somebody kept in colours. */
export interface ListedItem {
  /** Line of the list, from 1. */
  line: number;
  item: string;
  /** The word for the colour as it was written, trimmed. */
  colour: string;
}

export interface ReadList {
  items: readonly ListedItem[];
  /** Lines that name no item or no colour. */
  unread: readonly number[];
}

const MOST_LINES = 5_000;

/**
 * Reads a list of item and colour: CSV (RFC 4180) with comma, semicolon or tab, quoted fields, any line ends, a byte
 * order mark. A first line that names its columns tells which are meant; without one they are the first and the second.
 * Lines after the 5,000th are not read.
 */
export function readList(text: string): ReadList {
  const rows = rowsOf(text.replace(/^\uFEFF/, ''));
  const [first] = rows;
  const heads = first?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const colourAt = heads.findIndex((head) => /^(colou?r|rag|rag status|status|rating|light|stoplight)$/.test(head));
  const itemAt = heads.findIndex((head) => /^(item|risk|risk id|id|name|title|topic|area|team|service|subject)$/.test(head));
  const named = colourAt !== -1 && itemAt !== -1 && colourAt !== itemAt;
  const items: ListedItem[] = [];
  const unread: number[] = [];
  for (const { line, cells } of named ? rows.slice(1) : rows) {
    const item = (cells[named ? itemAt : 0] ?? '').trim();
    const colour = (cells[named ? colourAt : 1] ?? '').trim();
    if (item === '' || colour === '') unread.push(line);
    else items.push({ line, item, colour });
  }
  return { items, unread };
}

interface Row {
  line: number;
  cells: string[];
}

function rowsOf(text: string): readonly Row[] {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begun, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length && rows.length < MOST_LINES; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') {
        at += 1;
        line += 1;
      } else if (sign === '\r') line += 1;
      endRow();
      begun = line;
    } else cell += sign;
  }
  if (rows.length < MOST_LINES) endRow();
  return rows;
}

/** The separator that the first line with one has most of; a comma where there is none. */
function separatorOf(text: string): string {
  const line = text.split(/\r\n|\r|\n/).find((one) => /[,;\t]/.test(one)) ?? '';
  const counts = ['\t', ';', ','].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
