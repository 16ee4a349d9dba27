import { forbiddenKeys } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import type { PathStep } from '#importers/reading/place.ts';

export type JsonKind = 'object' | 'list' | 'scalar';

export interface PickerRules {
  /** Paths of the values to build, as `/runs/*\/results/*`; a star stands for the items of a list, never for a key. */
  take: readonly string[];
  /** Keys that are passed over inside a built value: what is large, or may carry a secret, and is not read. */
  drop: ReadonlySet<string>;
  /** Values at most this deep are announced as they begin and, objects and lists, as they end. */
  watchDepth: number;
}

export interface PickerEvents {
  begins(path: readonly PathStep[], kind: JsonKind): void;
  ends(path: readonly PathStep[]): void;
  taken(path: readonly PathStep[], value: unknown): void;
}

interface PatternNode {
  children: Map<string, PatternNode>;
  isEnd: boolean;
}

interface Frame {
  isList: boolean;
  /** The key or index of the child that comes next or is being read. */
  step: PathStep;
  nodes: readonly PatternNode[];
  /** Members that were copied, of an object inside a value that is built. */
  copied: number;
}

type Mode = 'plain' | 'keyText' | 'string' | 'word';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;

/**
 * Builds chosen values of a JSON text while it streams past, so that a file of any size costs the memory of
 * its largest chosen value. The text of a chosen value is copied without the keys that are dropped, and parsed when it
 * ends. The text must have passed `JsonGuard`: the grammar is not checked again; what is nested too deep throws.
 */
export class JsonPicker {
  readonly #rules: PickerRules;
  readonly #events: PickerEvents;
  readonly #patterns: PatternNode;
  readonly #frames: Frame[] = [];
  #mode: Mode = 'plain';
  #isKeyNext = false;
  #isEscaped = false;
  /** Frames open where the value that is built began; -1 where none is. */
  #builtDepth = -1;
  /** Frames open where a value that is dropped began; -1 where none is. */
  #droppedDepth = -1;
  /** Text of the value that is built, and from where on the piece at hand belongs to it (-1 = it does not). */
  #copy = '';
  #copyFrom = -1;
  /** Text of a key that began in an earlier piece. */
  #keyText = '';

  constructor(rules: PickerRules, events: PickerEvents) {
    this.#rules = rules;
    this.#events = events;
    this.#patterns = patternsOf(rules.take);
  }

  push(text: string): void {
    if (this.#copyFrom >= 0) this.#copyFrom = 0;
    let index = 0;
    while (index < text.length) {
      switch (this.#mode) {
        case 'plain':
          index = this.#plain(text, index);
          break;
        case 'keyText':
          index = this.#readKey(text, index);
          break;
        case 'string': {
          const end = this.#endOfString(text, index);
          if (end < 0) index = text.length;
          else {
            this.#mode = 'plain';
            index = end + 1;
            this.#endScalar(text, index);
          }
          break;
        }
        case 'word': {
          while (index < text.length && isWordCode(text.charCodeAt(index))) index += 1;
          if (index === text.length) break;
          this.#mode = 'plain';
          this.#endScalar(text, index);
          break;
        }
      }
    }
    if (this.#copyFrom >= 0) this.#copy += text.slice(this.#copyFrom);
  }

  /** A number that ends the text is complete only now. */
  end(): void {
    if (this.#mode === 'word') this.#endScalar('', 0);
  }

  /** What stands between values. Answers where to go on. */
  #plain(text: string, index: number): number {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code === COLON) return index + 1;
    switch (code) {
      case QUOTE:
        if (this.#isKeyNext) {
          this.#mode = 'keyText';
          this.#keyText = '';
          return index + 1;
        }
        this.#beginScalar(text, index);
        this.#mode = 'string';
        return index + 1;
      case 0x7b:
      case 0x5b:
        this.#open(text, index, code === 0x5b);
        return index + 1;
      case 0x7d:
      case 0x5d:
        this.#close(text, index + 1);
        return index + 1;
      case COMMA: {
        const frame = this.#frames.at(-1);
        if (frame !== undefined) {
          if (typeof frame.step === 'number') frame.step += 1;
          this.#isKeyNext = !frame.isList;
        }
        if (frame?.isList === false && this.#copyFrom >= 0) {
          // Whether the comma belongs to the copy is known when the next key is.
          this.#keepUpTo(text, index);
          this.#copyFrom = -1;
        }
        return index + 1;
      }
      default:
        this.#beginScalar(text, index);
        this.#mode = 'word';
        return index + 1;
    }
  }

  #readKey(text: string, from: number): number {
    const end = this.#endOfString(text, from);
    if (end < 0) {
      this.#keyText += text.slice(from);
      return text.length;
    }
    const raw = this.#keyText === '' ? text.slice(from, end) : this.#keyText + text.slice(from, end);
    const key = raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
    this.#mode = 'plain';
    this.#isKeyNext = false;
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.step = key;
    if (frame === undefined || !this.#isCopying()) return end + 1;
    if (this.#rules.drop.has(key) || forbiddenKeys.has(key)) {
      this.#droppedDepth = this.#frames.length;
      return end + 1;
    }
    this.#copy += frame.copied === 0 ? `"${raw}"` : `,"${raw}"`;
    frame.copied += 1;
    this.#copyFrom = end + 1;
    return end + 1;
  }

  /** The quote that ends a text, or -1 where it goes on in the next piece. */
  #endOfString(text: string, from: number): number {
    let index = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      index += 1;
    }
    for (;;) {
      const quote = text.indexOf('"', index);
      const end = quote < 0 ? text.length : quote;
      let before = end;
      while (before > index && text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
      const isEscaped = (end - before) % 2 === 1;
      if (quote < 0) {
        this.#isEscaped = isEscaped;
        return -1;
      }
      if (!isEscaped) return quote;
      index = quote + 1;
    }
  }

  #open(text: string, index: number, isList: boolean): void {
    const depth = this.#frames.length;
    if (depth > limits.depth) throw new RangeError('The values are nested too deep.');
    const parent = this.#frames.at(-1);
    const nodes = this.#childNodes(parent);
    if (this.#builtDepth < 0) {
      if (parent !== undefined && depth <= this.#rules.watchDepth) this.#events.begins(this.#path(), isList ? 'list' : 'object');
      if (nodes.some(({ isEnd }) => isEnd)) {
        this.#builtDepth = depth;
        this.#copy = '';
        this.#copyFrom = index;
      }
    }
    this.#frames.push({ isList, step: isList ? 0 : '', nodes, copied: 0 });
    this.#isKeyNext = !isList;
    if (!isList && this.#isCopying()) {
      this.#keepUpTo(text, index + 1);
      this.#copyFrom = -1;
    }
  }

  /** `after` is the place behind the bracket. */
  #close(text: string, after: number): void {
    const frame = this.#frames.pop();
    this.#isKeyNext = false;
    if (frame === undefined) return;
    const depth = this.#frames.length;
    if (this.#builtDepth < 0) {
      if (depth > 0 && depth <= this.#rules.watchDepth) this.#events.ends(this.#path());
      return;
    }
    if (this.#droppedDepth >= 0) {
      if (depth === this.#droppedDepth) this.#droppedDepth = -1;
      return;
    }
    if (this.#copyFrom >= 0) this.#keepUpTo(text, after);
    else this.#copy += frame.isList ? ']' : '}';
    this.#copyFrom = after;
    if (depth === this.#builtDepth) this.#finish();
  }

  /** A text, number or literal begins. */
  #beginScalar(text: string, index: number): void {
    if (this.#builtDepth >= 0) return;
    const parent = this.#frames.at(-1);
    if (parent === undefined) return this.#events.begins([], 'scalar');
    if (this.#frames.length <= this.#rules.watchDepth) this.#events.begins(this.#path(), 'scalar');
    if (!this.#childNodes(parent).some(({ isEnd }) => isEnd)) return;
    this.#builtDepth = this.#frames.length;
    this.#copy = '';
    this.#copyFrom = index;
  }

  #endScalar(text: string, after: number): void {
    if (this.#builtDepth < 0) return;
    const depth = this.#frames.length;
    if (this.#droppedDepth >= 0) {
      if (depth === this.#droppedDepth) this.#droppedDepth = -1;
      return;
    }
    if (depth !== this.#builtDepth) return;
    if (this.#copyFrom >= 0) this.#keepUpTo(text, after);
    this.#finish();
  }

  #finish(): void {
    const value: unknown = JSON.parse(this.#copy);
    this.#copy = '';
    this.#copyFrom = -1;
    this.#builtDepth = -1;
    this.#events.taken(this.#path(), value);
  }

  #keepUpTo(text: string, end: number): void {
    this.#copy += text.slice(this.#copyFrom, end);
  }

  /** Inside a value that is built, and not under a key that is dropped. */
  #isCopying(): boolean {
    return this.#builtDepth >= 0 && this.#droppedDepth < 0;
  }

  #childNodes(parent: Frame | undefined): readonly PatternNode[] {
    if (parent === undefined) return [this.#patterns];
    if (parent.nodes.length === 0 || this.#builtDepth >= 0) return none;
    const step = parent.isList ? '*' : parent.step.toString();
    return parent.nodes.flatMap(({ children }) => children.get(step) ?? []);
  }

  #path(): readonly PathStep[] {
    return this.#frames.map(({ step }) => step);
  }
}

const none: readonly PatternNode[] = [];

/** Letters, digits and the signs of a number. */
function isWordCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || code === 0x2d || code === 0x2b || code === 0x2e || code === 0x45;
}

function patternsOf(paths: readonly string[]): PatternNode {
  const root: PatternNode = { children: new Map(), isEnd: false };
  for (const path of paths) {
    let node = root;
    for (const step of path.split('/').slice(1)) {
      const child = node.children.get(step) ?? { children: new Map(), isEnd: false };
      node.children.set(step, child);
      node = child;
    }
    node.isEnd = true;
  }
  return root;
}
