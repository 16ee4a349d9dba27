import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coloursIn, contrast, isSignal, type Colour } from '#test/acceptance/support/colours.ts';

const web = join(import.meta.dirname, '..');
const text = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const plain = /:root \{([\s\S]*?)\n\}/.exec(text)?.[1] ?? '';
const values = new Map([...plain.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));

/** What a token stands for, through the tokens it names. */
function colourOf(name: string): Colour {
  const value = values.get(name) ?? '';
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  const [colour] = other === undefined ? coloursIn(value) : [colourOf(other)];
  if (colour === undefined) throw new Error(`--${name} is no colour: ${value}`);
  return colour;
}

const colours = [...values].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
const ratio = (a: string, b: string): number => contrast(colourOf(a), colourOf(b));

describe('the tokens', () => {
  it('no token is a colour between red and green', () => {
    expect(colours.length).toBeGreaterThan(25);
    expect(colours.filter((name) => isSignal(colourOf(name)))).toEqual([]);
  });

  it('no file beside them names a colour; the foot of a printed sheet, where tokens do not reach, repeats one', () => {
    const files = globSync('**/*.{css,tsx,ts}', { cwd: web }).filter((file) => !file.includes('.test.') && file !== 'theme/tokens.css');
    expect(files.length).toBeGreaterThan(200);
    const named = files.filter((file) => /(?:fill|stroke|color|background)\w*(?:=|:)\s*["'{]?\s*(?:#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|(?:red|green|orange|yellow|amber|lime|gold)\b)/i.test(readFileSync(join(web, file), 'utf8')));
    expect(named).toEqual(['pages/print/Sheet.tsx']);
    const repeated = [...readFileSync(join(web, 'pages/print/Sheet.tsx'), 'utf8').matchAll(/#[0-9a-f]{6}\b/g)].map(([hex]) => hex);
    expect(repeated.length).toBeGreaterThan(0);
    for (const hex of repeated) expect([...values.values()]).toContain(hex);
  });

  it.each(['text', 'text-strong', 'text-second', 'text-muted', 'link', 'visited', 'gap-text'])('text is 4.5 to 1 or more on card and page: %s', (name) => {
    for (const ground of ['card', 'page']) expect(ratio(name, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['data', 'bar', 'after', 'gap', 'axis', 'tolerance', 'focus', 'c4'])('a mark is 3 to 1 or more on card and page: %s', (name) => {
    for (const ground of ['card', 'page']) expect(ratio(name, ground)).toBeGreaterThanOrEqual(3);
  });

  it('the ring of the focus is 3 to 1 or more on every fill it may lie over, by itself or by the gap inside it', () => {
    for (const fill of ['data', 'bar', 'after', 'gap', 'card', 'page']) expect(Math.max(ratio('focus', fill), ratio('n0', fill))).toBeGreaterThanOrEqual(3);
  });
});
