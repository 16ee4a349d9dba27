import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allFiles } from '#mocks/halden-maker/files/all-files.ts';

const folder = join(import.meta.dirname, '..', 'halden');
const files = allFiles();

describe('the files of the sample', () => {
  it('are those the maker writes, byte for byte', () => {
    const held = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((path) => path !== 'README.md');
    expect(held.toSorted()).toEqual([...files.keys()].toSorted());
    const different = [...files].filter(([path, text]) => readFileSync(join(folder, path), 'utf8') !== text).map(([path]) => path);
    expect(different).toEqual([]);
  });

  it('come to less than six megabytes, and no file holds more than 200 kilobytes or a line of more than 1,000 characters', () => {
    const sizes = [...files.values()].map((text) => Buffer.byteLength(text));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    const longest = Math.max(...[...files.values()].flatMap((text) => text.split('\n').map((line) => line.length)));
    expect(longest).toBeLessThan(1_000);
  });

  it('are all named by the loading plan, each once, in the order of the days', () => {
    const plan: { steps: readonly { at: string; paths?: readonly string[]; parts?: readonly { paths: readonly string[] }[] }[] } = JSON.parse(files.get('load.json') ?? '{}');
    const days = plan.steps.map((step) => step.at);
    expect(days).toEqual(days.toSorted());
    const named = plan.steps.flatMap((step) => step.paths ?? (step.parts ?? []).flatMap((part) => part.paths));
    const times = [...files.keys()]
      .filter((path) => path !== 'load.json')
      .map((path) => ({ path, named: named.filter((name) => path === name || path.startsWith(`${name}/`)).length }));
    expect(times.filter((one) => one.named !== 1)).toEqual([]);
  });

  it('keep the README of the sample', () => {
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
  });
});
