import { Tokenizer, TokenType } from '@streamparser/json';
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
  /** The object or list under construction; absent where nothing is built. */
  built: Record<string, unknown> | unknown[] | undefined;
  /** Inside a built value, under a dropped key. */
  isDropped: boolean;
  /** `built` is handed over when it ends, instead of being put into its parent. */
  isRoot: boolean;
}

/**
 * Builds chosen values of a JSON text while it streams past, so that a file of any size costs the memory of
 * its largest chosen value. The text must have passed `JsonGuard`: the grammar is not checked again, and what is nested
 * too deep or is no token throws.
 */
export class JsonPicker {
  readonly #rules: PickerRules;
  readonly #events: PickerEvents;
  readonly #patterns: PatternNode;
  readonly #tokenizer = new Tokenizer();
  readonly #frames: Frame[] = [];
  #expectsKey = false;

  constructor(rules: PickerRules, events: PickerEvents) {
    this.#rules = rules;
    this.#events = events;
    this.#patterns = patternsOf(rules.take);
    this.#tokenizer.onToken = ({ token, value }) => this.#token(token, value);
  }

  push(text: string): void {
    this.#tokenizer.write(text);
  }

  /** A number that ends the text is complete only now. */
  end(): void {
    this.#tokenizer.end();
  }

  #token(token: TokenType, value: unknown): void {
    switch (token) {
      case TokenType.LEFT_BRACE:
        return this.#open(false);
      case TokenType.LEFT_BRACKET:
        return this.#open(true);
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        return this.#close();
      case TokenType.COMMA:
        return this.#next();
      case TokenType.COLON:
      case TokenType.SEPARATOR:
        return;
      case TokenType.STRING:
        if (this.#expectsKey) return this.#key(String(value));
        return this.#scalar(value);
      case TokenType.TRUE:
      case TokenType.FALSE:
      case TokenType.NULL:
      case TokenType.NUMBER:
        return this.#scalar(value);
    }
  }

  #key(key: string): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.step = key;
    this.#expectsKey = false;
  }

  #next(): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    if (typeof frame.step === 'number') frame.step += 1;
    this.#expectsKey = !frame.isList;
  }

  #open(isList: boolean): void {
    const parent = this.#frames.at(-1);
    if (this.#frames.length > limits.depth) throw new RangeError('The values are nested too deep.');
    if (this.#frames.length <= this.#rules.watchDepth && parent !== undefined && !parent.isDropped && parent.built === undefined) {
      this.#events.begins(this.#path(), isList ? 'list' : 'object');
    }
    const nodes = this.#childNodes(parent);
    const isRoot = nodes.some(({ isEnd }) => isEnd);
    const isDropped = parent !== undefined && (parent.isDropped || (parent.built !== undefined && this.#isDroppedStep(parent)));
    const isBuilt = !isDropped && (isRoot || parent?.built !== undefined);
    this.#frames.push({
      isList, step: isList ? 0 : '', nodes, isDropped, isRoot, built: isBuilt ? (isList ? [] : {}) : undefined,
    });
    this.#expectsKey = !isList;
  }

  #close(): void {
    const frame = this.#frames.pop();
    this.#expectsKey = false;
    if (frame === undefined) return;
    if (frame.isRoot) this.#events.taken(this.#path(), frame.built);
    else if (frame.built !== undefined) this.#put(frame.built);
    if (frame.built === undefined && !frame.isDropped && this.#frames.length > 0 && this.#frames.length <= this.#rules.watchDepth) {
      this.#events.ends(this.#path());
    }
  }

  #scalar(value: unknown): void {
    const parent = this.#frames.at(-1);
    if (parent === undefined) return this.#events.begins([], 'scalar');
    if (parent.isDropped) return;
    if (parent.built !== undefined) {
      if (!this.#isDroppedStep(parent)) this.#put(value);
      return;
    }
    if (this.#frames.length <= this.#rules.watchDepth) this.#events.begins(this.#path(), 'scalar');
    if (this.#childNodes(parent).some(({ isEnd }) => isEnd)) this.#events.taken(this.#path(), value);
  }

  /** Puts a finished value into the object or list around it. */
  #put(value: unknown): void {
    const parent = this.#frames.at(-1);
    if (parent?.built === undefined) return;
    if (Array.isArray(parent.built)) parent.built.push(value);
    else parent.built[parent.step] = value;
  }

  #isDroppedStep(frame: Frame): boolean {
    return typeof frame.step === 'string' && (this.#rules.drop.has(frame.step) || forbiddenKeys.has(frame.step));
  }

  #childNodes(parent: Frame | undefined): readonly PatternNode[] {
    if (parent === undefined) return [this.#patterns];
    if (parent.nodes.length === 0 || parent.built !== undefined || parent.isDropped) return none;
    const step = parent.isList ? '*' : parent.step.toString();
    return parent.nodes.flatMap(({ children }) => children.get(step) ?? []);
  }

  #path(): readonly PathStep[] {
    return this.#frames.map(({ step }) => step);
  }
}

const none: readonly PatternNode[] = [];

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
