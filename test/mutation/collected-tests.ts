import { format } from 'node:util';
import { expect } from 'vitest';

/**
 * Stands in for `vitest` while the mutation tester runs: the tests of the rules are collected once and then called
 * one by one in the same process. Its matchers are Vitest's own.
 */
export interface CollectedTest {
  id: string;
  run: () => unknown;
}

export const collected = new Map<string, CollectedTest>();
let file = '';
let titles: readonly string[] = [];

/** Says which file the tests that are declared next belong to. */
export function collectFor(name: string): void {
  file = name;
  titles = [];
}

type Body = (...args: readonly unknown[]) => unknown;

function declare(title: string, run: () => unknown): void {
  const name = `${file}#${[...titles, title].join(' ')}`;
  let id = name;
  for (let again = 2; collected.has(id); again += 1) id = `${name} (${again})`;
  collected.set(id, { id, run });
}

function titleOf(template: string, row: unknown): string {
  const named = template.replaceAll(/\$(\w+)/g, (whole, key: string) =>
    typeof row === 'object' && row !== null && key in row ? String(Object.entries(row).find(([each]) => each === key)?.[1]) : whole,
  );
  const places = named.match(/%[sdo]/g)?.length ?? 0;
  return format(named, ...(Array.isArray(row) ? row : [row]).slice(0, places));
}

const each = (rows: readonly unknown[]) => (template: string, body: Body) => {
  for (const row of rows) declare(titleOf(template, row), () => (Array.isArray(row) ? body(...row) : body(row)));
};

function group(title: string | { name: string }, body: () => void): void {
  const outer = titles;
  titles = [...outer, typeof title === 'string' ? title : title.name];
  body();
  titles = outer;
}

export const describe = Object.assign(group, { runIf: (holds: boolean) => (holds ? group : () => undefined) });
export const test = Object.assign((title: string, body: Body) => declare(title, () => body()), { each });
export { expect, test as it };
