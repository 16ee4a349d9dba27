import { CST, Lexer, Parser, type LineCounter } from 'yaml';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, lineNumber, quoted } from '#importers/reading/place.ts';
import { refuse } from '#importers/reading/rejection.ts';

const SCALAR_MARK = '\u001F';
const MOST_PROPERTIES = 4;
const knownTags: ReadonlySet<string> = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq', '!']);

/**
 * The tokens of YAML text, each checked before anything is composed from it. Composing is recursive,
 * so depth, and compares keys with each other, so their number, must be known first.
 *
 * @throws SourceRefused with `too-deep`, `too-many-keys`, `string-too-long`, `key-too-long`, `unknown-tag`.
 */
export function* guardedTokens(text: string, file: string, lines: LineCounter): Generator<CST.Token, void, undefined> {
  const parser = new Parser(lines.addNewLine);
  const lexemes = new LexemeGuard(file, lines);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    lexemes.check(lexeme);
    for (const token of parser.next(lexeme)) yield checkedTree(token, file, lines);
  }
  for (const token of parser.end()) yield checkedTree(token, file, lines);
}

class LexemeGuard {
  readonly #file: string;
  readonly #lines: LineCounter;
  #depth = 0;
  #atScalar = false;
  /** `- ` and `? ` that follow each other on one line nest. */
  #indicators = 0;
  /** Tags and anchors before one value; honest text has at most two, and two more for the first key of a mapping. */
  #properties = 0;

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  check(lexeme: string): void {
    if (this.#atScalar || lexeme === SCALAR_MARK) {
      this.#atScalar = lexeme === SCALAR_MARK;
      this.#properties = 0;
      return;
    }
    const type = CST.tokenType(lexeme);
    if (type === 'newline') this.#indicators = 0;
    else if (type === 'tag' || type === 'anchor') this.#countProperty();
    else if (type !== 'space' && type !== 'comment') this.#properties = 0;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') this.#countIndicator();
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        this.#depth += 1;
        if (this.#depth > limits.depth) refuseDepth(this.#file, this.#place());
        return;
      case 'flow-map-end':
      case 'flow-seq-end':
        this.#depth = Math.max(0, this.#depth - 1);
        return;
      case 'tag':
        if (!knownTags.has(lexeme)) {
          refuse(this.#file, {
            place: this.#place(),
            code: 'unknown-tag',
            reason: `The YAML tag ${quoted(lexeme)} is not read.`,
            remedy: 'Write the value itself; nothing is included or constructed.',
          });
        }
        return;
      case 'anchor':
      case 'alias':
        if (lexeme.length > limits.keyBytes) refuseLong(this.#file, this.#place(), 'An anchor name', limits.keyBytes);
        return;
      default:
        return;
    }
  }

  #countIndicator(): void {
    this.#indicators += 1;
    if (this.#indicators > limits.depth) refuseDepth(this.#file, this.#place());
  }

  #countProperty(): void {
    this.#properties += 1;
    if (this.#properties <= MOST_PROPERTIES) return;
    refuse(this.#file, { place: this.#place(), code: 'yaml-syntax', reason: 'Tags and anchors stand in a row without a value.', remedy: 'Write the value itself.' });
  }

  #place(): string {
    return lineNumber(Math.max(1, this.#lines.lineStarts.length));
  }
}

/** Walks without recursion: the tree may be deeper than the call stack. */
function checkedTree(root: CST.Token, file: string, lines: LineCounter): CST.Token {
  const waiting: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  let next = waiting.pop();
  while (next !== undefined) {
    const { token, depth } = next;
    if (token.type === 'document' && token.value !== undefined) waiting.push({ token: token.value, depth });
    if (CST.isScalar(token) && token.source.length > limits.stringLength) {
      refuseLong(file, placeOf(token, lines), 'A text', limits.stringLength);
    }
    if (CST.isCollection(token)) {
      if (depth >= limits.depth) refuseDepth(file, placeOf(token, lines));
      if (token.type !== 'block-seq' && token.items.length > limits.keysPerObject && !isFlowList(token)) {
        refuse(file, {
          place: placeOf(token, lines),
          code: 'too-many-keys',
          reason: `One mapping has more than ${inDigits(limits.keysPerObject)} keys.`,
          remedy: 'Write it as a list.',
        });
      }
      for (const { key, value } of token.items) {
        if (key !== undefined && key !== null) {
          if (CST.isScalar(key) && key.source.length > limits.keyBytes) {
            refuse(file, {
              place: placeOf(key, lines),
              code: 'key-too-long',
              reason: `A key is longer than ${limits.keyBytes} bytes.`,
              remedy: 'Check that the file is what its name says.',
            });
          }
          waiting.push({ token: key, depth: depth + 1 });
        }
        if (value !== undefined) waiting.push({ token: value, depth: depth + 1 });
      }
    }
    next = waiting.pop();
  }
  return root;
}

function isFlowList(token: CST.BlockMap | CST.FlowCollection): boolean {
  return token.type === 'flow-collection' && token.start.source === '[';
}

function placeOf(token: CST.Token, lines: LineCounter): string {
  return lineNumber(lines.linePos(token.offset).line);
}

function refuseDepth(file: string, place: string): never {
  return refuse(file, {
    place,
    code: 'too-deep',
    reason: `The values are nested more than ${limits.depth} deep.`,
    remedy: 'Export it again without the nested part.',
  });
}

function refuseLong(file: string, place: string, what: string, most: number): never {
  return refuse(file, {
    place,
    code: 'string-too-long',
    reason: `${what} is longer than ${inDigits(most)} characters.`,
    remedy: 'Export it again without the long text.',
  });
}
