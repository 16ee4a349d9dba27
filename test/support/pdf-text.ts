import { inflateSync } from 'node:zlib';

/** One run of text on a page: where it starts, in points from the left and the top, and how large it is set. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  texts: readonly PdfText[];
}

type Matrix = readonly [number, number, number, number, number, number];
type Decode = (hex: string) => string;

/** The pages of a PDF as Chromium writes it (plain objects, Flate streams, fonts with a ToUnicode map), with every text on them. */
export function pagesOfPdf(bytes: Buffer): readonly PdfPage[] {
  const objects = objectsOf(bytes.toString('latin1'));
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const [, , width = 0, height = 0] = (/\/MediaBox\s*\[([^\]]+)\]/.exec(head)?.[1] ?? '').trim().split(/\s+/).map(Number);
    const texts: PdfText[] = [];
    const [contents] = refsIn(head, 'Contents');
    read(objects, contents === undefined ? '' : streamOf(objects, contents), head, [1, 0, 0, 1, 0, 0], (one) => texts.push({ ...one, y: height - one.y }));
    return { width, height, texts };
  });
}

interface PdfObject {
  head: string;
  stream: string | undefined;
}

function objectsOf(file: string): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const match of file.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    const body = match[2] ?? '';
    const at = body.search(/stream\r?\n/);
    const isStream = at >= 0 && body.includes('endstream');
    objects.set(Number(match[1]), { head: isStream ? body.slice(0, at) : body, stream: isStream ? body.slice(body.indexOf('\n', at) + 1, body.lastIndexOf('endstream')) : undefined });
  }
  return objects;
}

function streamOf(objects: ReadonlyMap<number, PdfObject>, id: number): string {
  const object = objects.get(id);
  if (object?.stream === undefined) return '';
  return object.head.includes('/FlateDecode') ? inflateSync(Buffer.from(object.stream, 'latin1')).toString('latin1') : object.stream;
}

function refsIn(head: string, name: string): readonly number[] {
  return [...head.matchAll(new RegExp(`/${name}\\s+(\\d+) 0 R`, 'g'))].map((match) => Number(match[1]));
}

/** What a resource name stands for, wherever its dictionary is written. */
function resource(objects: ReadonlyMap<number, PdfObject>, head: string, name: string): number | undefined {
  const heads = [head, ...refsIn(head, 'Resources').map((id) => objects.get(id)?.head ?? '')];
  return heads.flatMap((one) => refsIn(one, name.slice(1)))[0];
}

function read(objects: ReadonlyMap<number, PdfObject>, content: string, head: string, start: Matrix, give: (text: PdfText) => void): void {
  let current = start;
  const kept: Matrix[] = [];
  let line: Matrix = [1, 0, 0, 1, 0, 0];
  let font: { decode: Decode; size: number } = { decode: () => '', size: 0 };
  let operands: string[] = [];
  const numbers = (): number[] => operands.filter((one) => /^[-+.\d]/.test(one)).map(Number);
  const matrix = (): Matrix => {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers();
    return [a, b, c, d, e, f];
  };
  for (const [token] of content.matchAll(/<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\)])*\)|\/[^\s/<>[\]()]+|[-+]?(?:\d+\.?\d*|\.\d+)|[A-Za-z'"*]+/g)) {
    if (!/^[A-Za-z'"*]/.test(token)) {
      operands.push(token);
      continue;
    }
    switch (token) {
      case 'q': kept.push(current); break;
      case 'Q': current = kept.pop() ?? current; break;
      case 'cm': current = times(matrix(), current); break;
      case 'BT': line = [1, 0, 0, 1, 0, 0]; break;
      case 'Tm': line = matrix(); break;
      case 'Td': line = times([1, 0, 0, 1, numbers()[0] ?? 0, numbers()[1] ?? 0], line); break;
      case 'Tf': font = { decode: decoderOf(objects, resource(objects, head, operands[0] ?? '')), size: numbers()[0] ?? 0 }; break;
      case 'Tj':
      case 'TJ': {
        const text = operands.filter((one) => one.startsWith('<')).map((one) => font.decode(one.slice(1, -1))).join('');
        const [, , c, d, x, y] = times(line, current);
        if (text.trim() !== '') give({ text, x, y, size: font.size * Math.hypot(c, d) });
        break;
      }
      case 'Do': {
        const form = resource(objects, head, operands[0] ?? '');
        if (form !== undefined && objects.get(form)?.head.includes('/Form') === true) read(objects, streamOf(objects, form), objects.get(form)?.head ?? '', current, give);
        break;
      }
      default: break;
    }
    operands = [];
  }
}

/** Reads the glyph numbers of a font as text by its ToUnicode map. */
function decoderOf(objects: ReadonlyMap<number, PdfObject>, font: number | undefined): Decode {
  const [map] = refsIn(objects.get(font ?? -1)?.head ?? '', 'ToUnicode');
  const text = map === undefined ? '' : streamOf(objects, map);
  const width = /\/Subtype\s*\/Type0/.test(objects.get(font ?? -1)?.head ?? '') ? 4 : 2;
  const known = new Map<number, string>();
  for (const [, list = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) known.set(Number.parseInt(from, 16), utf16(to));
  }
  for (const [, list = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const begin = Number.parseInt(first, 16);
      for (let code = begin; code <= Number.parseInt(last, 16); code += 1) known.set(code, String.fromCodePoint(Number.parseInt(to, 16) + code - begin));
    }
  }
  return (hex) => (hex.replaceAll(/\s/g, '').match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((code) => known.get(Number.parseInt(code, 16)) ?? '').join('');
}

function utf16(hex: string): string {
  return (hex.match(/.{1,4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** The texts of a page as lines, from the top, each from the left; without the spaces, which a PDF leaves out. */
export function linesOf({ texts }: PdfPage): readonly string[] {
  const lines = Map.groupBy(texts, ({ y }) => Math.round(y / 2));
  return [...lines].sort(([a], [b]) => a - b).map(([, parts]) => parts.toSorted((a, b) => a.x - b.x).map(({ text }) => text).join('').replaceAll(/\s+/g, ''));
}
