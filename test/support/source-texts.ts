import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export interface SourceText {
  file: string;
  text: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** Texts a reader may see in source files: string literals, pieces of templates and JSX text that read as words. */
export function sourceTexts(...patterns: readonly string[]): readonly SourceText[] {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));
  return files.sort().flatMap((file) => textsOf(readFileSync(join(ROOT, file), 'utf8'), file).map((text) => ({ file, text })));
}

/** The same of one source text. */
export function textsOf(source: string, file: string): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const found: string[] = [];
  walk(program, found);
  return found;
}

function walk(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, found);
    return;
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  if (node.type === 'ImportDeclaration' || node.type === 'TSLiteralType') return;
  if (node.type === 'JSXText' && 'value' in node) addText(node.value, found);
  if (node.type === 'Literal' && 'value' in node && !('regex' in node)) add(node.value, found);
  if (node.type === 'TemplateElement' && 'value' in node && typeof node.value === 'object' && node.value !== null && 'cooked' in node.value) {
    addText(node.value.cooked, found);
  }
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, found);
}

/** A literal without a space that begins in lower case is a name for the program: an id, a key, a class, an address. */
function add(value: unknown, found: string[]): void {
  if (typeof value === 'string' && (/\s/.test(value) || /^[A-Z][a-z]/.test(value))) addText(value, found);
}

function addText(value: unknown, found: string[]): void {
  if (typeof value === 'string' && /[A-Za-z]{3}/.test(value)) found.push(value.trim());
}
