import { Composer, isCollection, isNode, LineCounter, type Document, type ParsedNode } from 'yaml';
import { SourceRefused, type Rejection } from '#importers/importer.ts';
import type { Flaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { documentNumber, inDigits, lineNumber, type PathStep } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { refuseEmpty } from '#importers/reading/text.ts';
import { guardedTokens } from '#importers/reading/yaml-guard.ts';
import { YamlValues } from '#importers/reading/yaml-value.ts';

/** One document of a YAML file as plain values, with the way back to its lines and comments. */
export interface YamlDocument {
  /** Counted from 1, empty documents included. */
  number: number;
  value: unknown;
  flaws: readonly Flaw[];
  /** Line of the value at a path, or of the nearest value above it; counted from 1. */
  line(path: readonly PathStep[]): number;
  /** The comment on the line of the value at a path, without `#`. */
  comment(path: readonly PathStep[]): string | undefined;
}

/** What an honest file has wrong in one document; anything else refuses the whole file. */
const slips: ReadonlySet<string> = new Set(['yaml-syntax', 'duplicate-key', 'merge-not-supported']);

/**
 * Every document of YAML 1.2 text that is not empty. Nothing is included, constructed or merged. With `badDocument`
 * a document that cannot be read is handed to it and the others are kept; without, it refuses the file.
 *
 * @throws SourceRefused with `empty`, `yaml-syntax`, or as `guardedTokens` and `YamlValues`.
 */
export function parseYaml(
  text: string,
  file: string,
  badDocument?: (rejection: Rejection) => void,
): readonly YamlDocument[] {
  refuseControls(text, file);
  const lines = new LineCounter();
  const documents: YamlDocument[] = [];
  const options = {
    version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false, prettyErrors: false,
    strict: true,
  } as const;
  let number = 0;
  let bad = 0;
  for (const document of new Composer(options).compose(guardedTokens(text, file, lines))) {
    number += 1;
    if (number > limits.yamlDocuments) refuseDocuments(file);
    try {
      const read = readDocument(document, number, file, lines);
      if (read !== undefined) documents.push(read);
    } catch (refusal) {
      if (badDocument === undefined || !(refusal instanceof SourceRefused) || !slips.has(refusal.rejection.code)) throw refusal;
      bad += 1;
      badDocument({ ...refusal.rejection, place: `${documentNumber(number)}, ${refusal.rejection.place}` });
    }
  }
  if (documents.length === 0 && bad === 0) refuseEmpty(file);
  return documents;
}

/** The only document of YAML text; `multiple-documents` where there are more. Otherwise as `parseYaml`. */
export function parseOneYaml(text: string, file: string): YamlDocument {
  const [document, second] = parseYaml(text, file);
  if (document === undefined) return refuseEmpty(file);
  if (second !== undefined) {
    refuse(file, {
      place: documentNumber(second.number),
      code: 'multiple-documents',
      reason: 'The file holds several YAML documents where one is expected.',
      remedy: 'Save each document as a file of its own.',
    });
  }
  return document;
}

/** `undefined` for a document that holds nothing. */
function readDocument(document: Document.Parsed, number: number, file: string, lines: LineCounter): YamlDocument | undefined {
  const { contents, errors: [error] } = document;
  if (error !== undefined) refuseSyntax(file, lines.linePos(error.pos[0]).line, error.message);
  if (contents === null) return undefined;
  const lineOf = (node: ParsedNode): number => lines.linePos(node.range[0]).line;
  const values = new YamlValues(file, (node) => lineNumber(lineOf(node)));
  const value = values.valueOf(contents);
  if (value === null) return undefined;
  return {
    number,
    value,
    flaws: values.flaws,
    line: (path) => lineOf(nodeAt(contents, path)),
    comment: (path) => nodeAt(contents, path).comment?.trim(),
  };
}

/** The node at a path, or the last one on the way to it. */
function nodeAt(root: ParsedNode, path: readonly PathStep[]): ParsedNode {
  let node = root;
  for (const step of path) {
    const child: unknown = isCollection(node) ? node.get(step, true) : undefined;
    if (!isNode(child) || !isParsed(child)) return node;
    node = child;
  }
  return node;
}

/** A node that came from text knows its place in it. */
function isParsed(node: { range?: unknown }): node is ParsedNode {
  return Array.isArray(node.range);
}

function refuseControls(text: string, file: string): void {
  const at = text.search(/[^\P{Cc}\t\n\r\u0085]/u);
  if (at >= 0) refuseSyntax(file, text.slice(0, at).split('\n').length, 'A control character stands in the text');
}

function refuseSyntax(file: string, line: number, message: string): never {
  const [sentence = message] = message.split('\n');
  return refuse(file, {
    place: lineNumber(line),
    code: 'yaml-syntax',
    reason: `${sentence.replace(/[.:]$/, '')}.`,
    remedy: 'Correct the line; indentation takes spaces, not tabs.',
  });
}

function refuseDocuments(file: string): never {
  return refuse(file, {
    place: WHOLE_FILE,
    code: 'too-many-documents',
    reason: `The file holds more than ${inDigits(limits.yamlDocuments)} documents.`,
    remedy: 'Split it and import the parts.',
  });
}
