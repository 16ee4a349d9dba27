import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { recordRules, riskRules } from '#core/flags/rules.ts';

/** A message some source says. `rich` = it may hold tags. */
export interface SaidMessage {
  file: string;
  text: string;
  rich: boolean;
}

/** What one source holds: its messages, texts a reader may see that are no messages, and ways of saying that cannot work. */
export interface SourceWords {
  messages: readonly SaidMessage[];
  unsaid: readonly string[];
  faults: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Walk {
  file: string;
  messages: SaidMessage[];
  unsaid: string[];
  faults: string[];
}

const ROOT = join(import.meta.dirname, '../..');

/** Calls that say their first argument. */
const saying = new Set(['say', 'sayParts', 'fill']);
/** Attributes and members that the program reads and no reader. */
const unread = new Set(['className', 'd', 'key', 'id', 'points', 'transform', 'viewBox', 'style', 'rel', 'family', 'fontFamily', 'font', 'ref', 'htmlFor', 'accept', 'import', 'path', 'pattern', 'autoComplete', 'sources', 'thresholds']);

/** Files that may show words: no tests, and nothing that only tests use. */
export function sourceFiles(...patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).filter((file) => !/\.test\.tsx?$|\/testing\/|\.d\.ts$/.test(file)).sort();
}

export function wordsOfFile(file: string): SourceWords {
  return wordsOf(readFileSync(join(ROOT, file), 'utf8'), file);
}

export function wordsOf(source: string, file: string): SourceWords {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const walk: Walk = { file, messages: [], unsaid: [], faults: [] };
  for (const node of childrenOf(program)) visit(node, walk, false);
  return walk;
}

/** Every text of the rules: they are data, and are said where a rule finds something. */
export function ruleMessages(): readonly SaidMessage[] {
  return [...riskRules, ...recordRules].flatMap(({ text }) =>
    [text.title, text.rule, ...Object.values(text.sentences), ...Object.values(text.nextSteps)].map((one) => ({ file: `rule ${text.id}`, text: one, rich: false })));
}

function visit(node: Node, walk: Walk, inFunction: boolean): void {
  switch (node.type) {
    case 'ImportDeclaration': case 'ExportAllDeclaration': case 'TSTypeAliasDeclaration': case 'TSInterfaceDeclaration': case 'TSTypeAnnotation':
    case 'TSTypeParameterInstantiation': case 'ThrowStatement': case 'SwitchCase': case 'TSAsExpression': case 'TSSatisfiesExpression': case 'BinaryExpression':
      return visitPart(node, walk, inFunction);
    case 'CallExpression': {
      const name = nameOf(node['callee']);
      const [first, ...others] = nodes(node['arguments']);
      if (name !== undefined && saying.has(name) && first !== undefined) {
        if (!inFunction) walk.faults.push(`${name}() at the top of the file: it is said once, before any language is set`);
        addMessages(first, walk, name === 'sayParts');
        for (const other of others) {
          visit(other, walk, inFunction);
          addWordsOfValues(first, other, walk);
        }
        return;
      }
      if (name === 'messages' && first !== undefined) return addTable(first, walk);
      break;
    }
    case 'JSXElement':
      if (visitSaid(node, walk)) return;
      break;
    case 'JSXAttribute':
      if (unread.has(nameOf(node['name']) ?? '')) return;
      break;
    case 'Property':
      if (unread.has(nameOf(node['key']) ?? '')) {
        for (const part of nodes([node['value']])) visit(part, { ...walk, unsaid: [] }, inFunction);
        return;
      }
      for (const part of nodes([node['value']])) visit(part, walk, inFunction);
      return;
    case 'JSXText':
      if (/\p{L}/u.test(String(node['value']))) walk.unsaid.push(String(node['value']).trim());
      return;
    case 'Literal':
      if (typeof node['value'] === 'string' && readsAsWords(node['value'])) walk.unsaid.push(node['value']);
      return;
    case 'TemplateLiteral': {
      const text = cookedOf(node).join('{}');
      if (/(^|[\s{}(])\p{L}{2,}\S*\s|\s\p{L}{2,}/u.test(text)) walk.unsaid.push(text);
      for (const part of nodes(node['expressions'])) visit(part, walk, inFunction);
      return;
    }
  }
  const deeper = inFunction || /Function/.test(node.type) || node.type === 'MethodDefinition';
  for (const child of childrenOf(node)) visit(child, walk, deeper);
}

/** Of statements that hold both words for readers and names for the program, the part that is for readers. */
function visitPart(node: Node, walk: Walk, inFunction: boolean): void {
  if (node.type === 'SwitchCase') for (const one of nodes(node['consequent'])) visit(one, walk, inFunction);
  else if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') for (const one of nodes([node['expression']])) visit(one, walk, inFunction);
  else if (node.type === 'BinaryExpression' && node['operator'] === '+') for (const one of nodes([node['left'], node['right']])) visit(one, walk, inFunction);
  // A refusal may be read: what it says counts. That it holds other words does not, they are for whoever reads the log.
  else if (node.type === 'ThrowStatement' || node.type === 'BinaryExpression') for (const one of childrenOf(node)) visit(one, { ...walk, unsaid: [] }, inFunction);
}

/** `<Said message="..." values={...} />`: the message is said, what stands in its values is looked at. */
function visitSaid(element: Node, walk: Walk): boolean {
  const opening = nodes([element['openingElement']])[0];
  if (opening === undefined || nameOf(opening['name']) !== 'Said') return false;
  for (const attribute of nodes(opening['attributes'])) {
    const [value] = nodes([attribute['value']]);
    if (value === undefined) continue;
    const inner = value.type === 'JSXExpressionContainer' ? nodes([value['expression']])[0] ?? value : value;
    if (nameOf(attribute['name']) === 'message') addMessages(inner, walk, true);
    else {
      visit(inner, walk, true);
      addWordsOfValues(messageOf(opening), inner, walk);
    }
  }
  return true;
}

/** What the `message` of a `<Said>` says. */
function messageOf(opening: Node): Node {
  const attribute = nodes(opening['attributes']).find((one) => nameOf(one['name']) === 'message');
  const value = nodes([attribute?.['value']])[0] ?? opening;
  return value.type === 'JSXExpressionContainer' ? nodes([value['expression']])[0] ?? value : value;
}

function addMessages(node: Node, walk: Walk, rich: boolean): void {
  if (node.type === 'Literal' && typeof node['value'] === 'string') walk.messages.push({ file: walk.file, text: node['value'], rich });
  else if (node.type === 'TemplateLiteral') {
    if (nodes(node['expressions']).length > 0) walk.faults.push(`a message that is put together: \`${cookedOf(node).join('{}')}\``);
    else walk.messages.push({ file: walk.file, text: cookedOf(node).join(''), rich });
  } else if (node.type === 'ConditionalExpression') {
    for (const branch of nodes([node['consequent'], node['alternate']])) addMessages(branch, walk, rich);
  } else if (node.type === 'BinaryExpression') walk.faults.push('a message that is put together with +');
}

/** A word in lower case is a word all the same where it fills a place of a sentence; a choice between branches takes names. */
function addWordsOfValues(message: Node, values: Node, walk: Walk): void {
  const text = message.type === 'Literal' ? String(message['value']) : '';
  for (const property of nodes(values['properties'])) {
    const name = nameOf(property['key']) ?? '';
    if (!new RegExp(`\\{\\s*${name}\\s*,\\s*select`).test(text)) for (const value of nodes([property['value']])) addLowerCase(value, walk);
  }
}

function addLowerCase(node: Node, walk: Walk): void {
  if (node.type === 'Literal' && typeof node['value'] === 'string' && /\p{L}{2}/u.test(node['value']) && !readsAsWords(node['value'])) walk.unsaid.push(node['value']);
  else if (node.type === 'ConditionalExpression') for (const branch of nodes([node['consequent'], node['alternate']])) addLowerCase(branch, walk);
  else if (node.type === 'LogicalExpression') for (const side of nodes([node['right']])) addLowerCase(side, walk);
}

/** Every text in a table that `messages()` marks, at whatever depth. */
function addTable(node: Node, walk: Walk): void {
  if (node.type === 'Property') {
    for (const value of nodes([node['value']])) addTable(value, walk);
    return;
  }
  addMessages(node, walk, false);
  if (node.type !== 'TemplateLiteral') for (const child of childrenOf(node)) addTable(child, walk);
}

/** A literal without a space that begins in lower case is a name for the program: an id, a class, an address. */
function readsAsWords(text: string): boolean {
  return /\p{L}{2,}\s+\p{L}|^[A-Z][a-z]+$|^[A-Z][a-z]+[ :.,…]/u.test(text.trim());
}

function cookedOf(template: Node): readonly string[] {
  return nodes(template['quasis']).map(({ value }) => (typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''));
}

function nameOf(value: unknown): string | undefined {
  const [node] = nodes([value]);
  return node !== undefined && typeof node['name'] === 'string' ? node['name'] : undefined;
}

function childrenOf(node: object): readonly Node[] {
  return nodes(Object.values(node).flat());
}

function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter((one): one is Node => typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string') : [];
}
