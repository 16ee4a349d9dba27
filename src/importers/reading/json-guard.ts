import { forbiddenKeys, HALF_CHARACTER, type Flaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, lineNumber, pointerOf, quoted, type PathStep } from '#importers/reading/place.ts';
import { refuse } from '#importers/reading/rejection.ts';

type Mode =
  | 'value' | 'firstItem' | 'firstKey' | 'key' | 'colon' | 'next' | 'end'
  | 'string' | 'escape' | 'unicode' | 'word';

interface Frame {
  keys: Set<string> | undefined;
  step: PathStep;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Checks JSON text as it streams past, before anything is built from it: grammar of RFC 8259, depth,
 * nodes, keys, strings, duplicate keys. Feed it pieces with `push`, then call `end`.
 *
 * @throws SourceRefused with `json-syntax`, `too-deep`, `too-many-nodes`, `too-many-keys`,
 * `key-too-long`, `string-too-long` or `duplicate-key`. Lesser faults collect in `flaws`.
 */
export class JsonGuard {
  readonly flaws: Flaw[] = [];
  readonly #file: string;
  readonly #mostNodes: number;
  readonly #frames: Frame[] = [];
  #mode: Mode = 'value';
  #inKey = false;
  #text = '';
  #length = 0;
  #hexLeft = 0;
  #hex = 0;
  /** An escape wrote the first half of a character, and the second has to follow at once. */
  #awaitsHalf = false;
  #hasHalf = false;
  #nodes = 0;
  #line = 1;
  #lineStart = 0;
  #before = 0;

  constructor(file: string, mostNodes: number = limits.nodes) {
    this.#file = file;
    this.#mostNodes = mostNodes;
  }

  push(chunk: string): void {
    let index = 0;
    while (index < chunk.length) {
      if (this.#mode === 'string') index = this.#scanString(chunk, index);
      else if (this.#mode === 'word') index = this.#scanWord(chunk, index);
      else {
        this.#step(chunk.charCodeAt(index), index);
        index += 1;
      }
    }
    this.#before += chunk.length;
  }

  end(): void {
    if (this.#mode === 'word') this.#finishWord(0);
    if (this.#mode !== 'end') this.#syntax(0, 'The text ends in the middle.', 'Check that the whole file arrived.');
  }

  #step(code: number, index: number): void {
    if (this.#mode === 'escape') return this.#escape(code, index);
    if (this.#mode === 'unicode') return this.#unicode(code, index);
    if (code === 0x20 || code === 0x09 || code === 0x0d) return;
    if (code === 0x0a) {
      this.#line += 1;
      this.#lineStart = this.#before + index + 1;
      return;
    }
    switch (this.#mode) {
      case 'firstItem':
        if (code === 0x5d) return this.#close();
        return this.#beginValue(code, index);
      case 'value':
        return this.#beginValue(code, index);
      case 'firstKey':
        if (code === 0x7d) return this.#close();
        return this.#beginKey(code, index);
      case 'key':
        return this.#beginKey(code, index);
      case 'colon':
        if (code !== 0x3a) this.#unexpected(code, index);
        this.#mode = 'value';
        return;
      case 'next':
        return this.#next(code, index);
      case 'end':
      case 'string':
      case 'word':
        return this.#unexpected(code, index);
    }
  }

  #beginValue(code: number, index: number): void {
    this.#nodes += 1;
    if (this.#nodes > this.#mostNodes) this.#refuse('too-many-nodes', `The file holds more than ${inDigits(this.#mostNodes)} values.`, 'Split it and import the parts.');
    if (code === 0x7b) return this.#open({ keys: new Set(), step: '' }, 'firstKey');
    if (code === 0x5b) return this.#open({ keys: undefined, step: 0 }, 'firstItem');
    this.#text = '';
    this.#length = 0;
    if (code === QUOTE) {
      this.#inKey = false;
      this.#mode = 'string';
      return;
    }
    if (!isWordCharacter(code)) this.#unexpected(code, index);
    this.#text = String.fromCharCode(code);
    this.#mode = 'word';
  }

  #beginKey(code: number, index: number): void {
    if (code !== QUOTE) this.#unexpected(code, index);
    this.#text = '';
    this.#length = 0;
    this.#inKey = true;
    this.#mode = 'string';
  }

  #open(frame: Frame, mode: Mode): void {
    this.#frames.push(frame);
    if (this.#frames.length > limits.depth) {
      this.#refuse('too-deep', `The values are nested more than ${limits.depth} deep.`, 'Export it again without the nested part.');
    }
    this.#mode = mode;
  }

  #close(): void {
    this.#frames.pop();
    this.#mode = this.#frames.length === 0 ? 'end' : 'next';
  }

  #next(code: number, index: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return this.#unexpected(code, index);
    const isList = frame.keys === undefined;
    if (code === (isList ? 0x5d : 0x7d)) return this.#close();
    if (code !== 0x2c) this.#unexpected(code, index);
    if (typeof frame.step === 'number') frame.step += 1;
    this.#mode = isList ? 'value' : 'key';
  }

  #scanString(chunk: string, from: number): number {
    let index = from;
    while (index < chunk.length) {
      const code = chunk.charCodeAt(index);
      if (code === QUOTE || code === BACKSLASH || code < 0x20) break;
      index += 1;
    }
    this.#length += index - from;
    if (index > from) this.#endHalf();
    if (this.#inKey) this.#text += chunk.slice(from, Math.min(index, from + limits.keyBytes * 2));
    this.#measureString();
    if (index === chunk.length) return index;
    const code = chunk.charCodeAt(index);
    if (code === BACKSLASH) {
      this.#length += 1;
      if (this.#inKey) this.#text += '\\';
      this.#mode = 'escape';
    } else if (code === QUOTE) this.#finishString();
    else this.#unexpected(code, index);
    return index + 1;
  }

  #measureString(): void {
    if (this.#length <= limits.stringLength && !(this.#inKey && this.#length > limits.keyBytes * 2)) return;
    if (this.#inKey) this.#refuseKey();
    this.#refuse('string-too-long', `A text is longer than ${inDigits(limits.stringLength)} characters.`, 'Export it again without the long text.');
  }

  #refuseKey(): never {
    return this.#refuse('key-too-long', `A key is longer than ${limits.keyBytes} bytes.`, 'Check that the file is what its name says.');
  }

  #escape(code: number, index: number): void {
    if (!'"\\/bfnrtu'.includes(String.fromCharCode(code))) this.#unexpected(code, index);
    if (this.#inKey) this.#text += String.fromCharCode(code);
    this.#hexLeft = 4;
    this.#hex = 0;
    if (code !== 0x75) this.#endHalf();
    this.#mode = code === 0x75 ? 'unicode' : 'string';
  }

  #unicode(code: number, index: number): void {
    if (!/[0-9a-fA-F]/.test(String.fromCharCode(code))) this.#unexpected(code, index);
    if (this.#inKey) this.#text += String.fromCharCode(code);
    this.#hexLeft -= 1;
    this.#hex = this.#hex * 16 + Number.parseInt(String.fromCharCode(code), 16);
    if (this.#hexLeft > 0) return;
    this.#mode = 'string';
    const isSecond = this.#hex >= 0xdc00 && this.#hex <= 0xdfff;
    if (isSecond !== this.#awaitsHalf) this.#hasHalf = true;
    this.#awaitsHalf = this.#hex >= 0xd800 && this.#hex <= 0xdbff;
  }

  #endHalf(): void {
    if (this.#awaitsHalf) this.#hasHalf = true;
    this.#awaitsHalf = false;
  }

  #finishString(): void {
    this.#endHalf();
    if (this.#inKey) this.#finishKey();
    else this.#mode = this.#frames.length === 0 ? 'end' : 'next';
    if (this.#hasHalf) this.#flaw('encoding', HALF_CHARACTER.reason, HALF_CHARACTER.remedy);
    this.#hasHalf = false;
  }

  #finishKey(): void {
    const frame = this.#frames.at(-1);
    const key = this.#text.includes('\\') ? String(JSON.parse(`"${this.#text}"`)) : this.#text;
    if (frame?.keys !== undefined) this.#takeKey(frame, frame.keys, key);
    this.#mode = 'colon';
  }

  #takeKey(frame: Frame, keys: Set<string>, key: string): void {
    if (key.length * 3 > limits.keyBytes && new TextEncoder().encode(key).length > limits.keyBytes) this.#refuseKey();
    frame.step = key;
    if (keys.has(key)) {
      this.#refuse('duplicate-key', `The key ${quoted(key)} stands twice in one object.`, 'Keep one of the two; neither is guessed.');
    }
    keys.add(key);
    if (keys.size > limits.keysPerObject) {
      this.#refuse('too-many-keys', `One object has more than ${inDigits(limits.keysPerObject)} keys.`, 'Write it as a list.');
    }
    if (forbiddenKeys.has(key)) {
      this.#flaw('forbidden-key', `The key ${quoted(key)} is not read.`, 'Remove the key.');
    }
  }

  #scanWord(chunk: string, from: number): number {
    let index = from;
    while (index < chunk.length && isWordCharacter(chunk.charCodeAt(index))) index += 1;
    this.#text += chunk.slice(from, index);
    if (this.#text.length > 1_000) this.#syntax(index, `${quoted(this.#text)} is not a JSON value.`);
    if (index < chunk.length) this.#finishWord(index);
    return index;
  }

  #finishWord(index: number): void {
    const word = this.#text;
    if (NUMBER.test(word)) this.#checkRange(word);
    else if (word !== 'true' && word !== 'false' && word !== 'null') {
      this.#syntax(index - word.length, `${quoted(word)} is not a JSON value.`);
    }
    this.#mode = this.#frames.length === 0 ? 'end' : 'next';
  }

  #checkRange(word: string): void {
    const value = Number(word);
    if (Number.isFinite(value) && (Number.isSafeInteger(value) || /[.eE]/.test(word))) return;
    this.#flaw('number-range', `The number ${quoted(word)} cannot be held exactly.`, 'Write it as text in quotes.');
  }

  #flaw(code: Flaw['code'], reason: string, remedy: string): void {
    if (this.flaws.length === limits.flaws) this.#refuse(code, `${reason} The file holds more than ${inDigits(limits.flaws)} of the kind.`, remedy);
    this.flaws.push({ code, pointer: this.#pointer(), reason, remedy });
  }

  #pointer(): string {
    return pointerOf(this.#frames.map((frame) => frame.step));
  }

  #unexpected(code: number, index: number): never {
    return this.#syntax(index, `${quoted(String.fromCharCode(code))} is not expected here.`);
  }

  #syntax(index: number, reason: string, remedy = 'Check that the file is complete JSON.'): never {
    const column = this.#before + index - this.#lineStart + 1;
    return refuse(this.#file, { place: `${lineNumber(this.#line)}, column ${column}`, code: 'json-syntax', reason, remedy });
  }

  #refuse(code: string, reason: string, remedy: string): never {
    return refuse(this.#file, { place: this.#pointer(), code, reason, remedy });
  }
}

/** Letters, digits and the signs of a number: whatever a literal or a misspelt literal is made of. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ||
    code === 0x2b || code === 0x2d || code === 0x2e || code === 0x5f
  );
}
