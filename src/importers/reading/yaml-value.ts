import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import { forbiddenKeys, HALF_CHARACTER, type Flaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, pointerOf, quoted, type PathStep } from '#importers/reading/place.ts';
import { refuse } from '#importers/reading/rejection.ts';

interface Converted {
  value: unknown;
  /** Values in it, with every alias counted as if it were written out. */
  nodes: number;
}

/**
 * Plain values from a composed YAML tree, by YAML 1.2 core rules: `NO` and `2025-30-01` stay text.
 * An anchored value is built once and shared, and counted each time it is used, so that an alias bomb
 * is refused by arithmetic before anything grows.
 *
 * @throws SourceRefused with `too-many-nodes`, `alias-cycle`, `merge-not-supported`, `duplicate-key`,
 * `yaml-syntax`. Lesser faults are added to `flaws`.
 */
export class YamlValues {
  readonly flaws: Flaw[] = [];
  readonly #file: string;
  readonly #lineOf: (node: ParsedNode) => string;
  readonly #anchors = new Map<string, Converted | 'open'>();
  readonly #path: PathStep[] = [];

  constructor(file: string, lineOf: (node: ParsedNode) => string) {
    this.#file = file;
    this.#lineOf = lineOf;
  }

  valueOf(root: ParsedNode): unknown {
    return this.#convert(root).value;
  }

  #convert(node: ParsedNode): Converted {
    if (isAlias(node)) return this.#followAlias(node.source, node);
    const { anchor } = node;
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const converted = this.#convertNode(node);
    if (converted.nodes > limits.nodes) this.#refuse(node, 'too-many-nodes', `The file holds more than ${inDigits(limits.nodes)} values once its aliases are written out.`, 'Write the values out without aliases.');
    if (anchor !== undefined) this.#anchors.set(anchor, converted);
    return converted;
  }

  #followAlias(name: string, node: ParsedNode): Converted {
    const target = this.#anchors.get(name);
    if (target === 'open') this.#refuse(node, 'alias-cycle', `The alias ${quoted(name)} points at a value that holds it.`, 'Write the value out.');
    if (target === undefined) return this.#refuse(node, 'yaml-syntax', `The alias ${quoted(name)} names no anchor.`, 'Write the value out.');
    return target;
  }

  #convertNode(node: ParsedNode): Converted {
    if (isScalar(node)) return { value: this.#scalar(node, node.value), nodes: 1 };
    if (isSeq(node)) return this.#list(node.items);
    if (isMap(node)) return this.#mapping(node.items);
    return { value: null, nodes: 1 };
  }

  #scalar(node: ParsedNode, value: unknown): unknown {
    if (typeof value === 'number' && (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))) {
      this.#flaw(node, 'number-range', `The number ${quoted(String(value))} cannot be held exactly.`, 'Write it as text in quotes.');
    }
    if (typeof value === 'string' && !value.isWellFormed()) this.#flaw(node, 'encoding', HALF_CHARACTER.reason, HALF_CHARACTER.remedy);
    return value ?? null;
  }

  #list(items: readonly ParsedNode[]): Converted {
    const list: unknown[] = [];
    let nodes = 1;
    for (const [index, item] of items.entries()) {
      this.#path.push(index);
      const converted = this.#convert(item);
      this.#path.pop();
      list.push(converted.value);
      nodes += converted.nodes;
    }
    return { value: list, nodes };
  }

  #mapping(pairs: readonly Pair<ParsedNode, ParsedNode | null>[]): Converted {
    const object: Record<string, unknown> = {};
    const keys = new Set<string>();
    let nodes = 1;
    for (const pair of pairs) {
      const key = this.#key(pair.key, keys);
      this.#path.push(key);
      const converted = pair.value === null ? { value: null, nodes: 1 } : this.#convert(pair.value);
      if (forbiddenKeys.has(key)) this.#flaw(pair.key, 'forbidden-key', `The key ${quoted(key)} is not read.`, 'Remove the key.');
      else object[key] = converted.value;
      this.#path.pop();
      nodes += converted.nodes;
    }
    return { value: object, nodes };
  }

  #key(node: ParsedNode, keys: Set<string>): string {
    if (!isScalar(node) || node.value === null || node.value === undefined) {
      return this.#refuse(node, 'yaml-syntax', 'A key is not plain text.', 'Write the key as text.');
    }
    const key = node.source ?? String(node.value);
    if (key === '<<' && node.type === 'PLAIN') this.#refuse(node, 'merge-not-supported', 'The merge key << is not read.', 'Write the merged fields out.');
    if (keys.has(key)) this.#refuse(node, 'duplicate-key', `The key ${quoted(key)} stands twice in one mapping.`, 'Keep one of the two; neither is guessed.');
    keys.add(key);
    return key;
  }

  #flaw(node: ParsedNode, code: Flaw['code'], reason: string, remedy: string): void {
    if (this.flaws.length === limits.flaws) this.#refuse(node, code, `${reason} The file holds more than ${inDigits(limits.flaws)} of the kind.`, remedy);
    this.flaws.push({ code, pointer: pointerOf(this.#path), reason, remedy });
  }

  #refuse(node: ParsedNode, code: string, reason: string, remedy: string): never {
    return refuse(this.#file, { place: this.#lineOf(node), code, reason, remedy });
  }
}
