import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointerOf } from '#importers/reading/place.ts';
import { JsonPicker, type PickerRules } from '#importers/scan/json-picker.ts';

function pick(text: string, rules: Partial<PickerRules>, pieces = [text]) {
  const events: string[] = [];
  const taken: [string, unknown][] = [];
  const picker = new JsonPicker({ take: [], drop: new Set(), watchDepth: 0, ...rules }, {
    begins: (path, kind) => events.push(`${pointerOf(path)} ${kind}`),
    ends: (path) => events.push(`${pointerOf(path)} ends`),
    taken: (path, value) => taken.push([pointerOf(path), value]),
  });
  for (const piece of pieces) picker.push(piece);
  return { events, taken };
}

describe('picking values out of a JSON stream', () => {
  it('hands over the chosen values with their paths and nothing else', () => {
    const text = '{"version":"2","runs":[{"results":[{"a":[1,{"b":null}]},2],"other":[{"a":1}]}],"x":{"results":[9]}}';
    expect(pick(text, { take: ['/version', '/runs/*/results/*'] }).taken).toEqual([
      ['/version', '2'], ['/runs/0/results/0', { a: [1, { b: null }] }], ['/runs/0/results/1', 2],
    ]);
  });

  it('announces what begins and ends, and of what kind it is, down to a depth', () => {
    expect(pick('{"a":[{"b":[]}],"c":1,"d":{}}', { watchDepth: 2 }).events).toEqual([
      '/a list', '/a/0 object', '/a/0 ends', '/a ends', '/c scalar', '/d object', '/d ends',
    ]);
  });

  it('announces a chosen list that is empty', () => {
    expect(pick('{"runs":[{"results":[]}]}', { take: ['/runs/*/results/*'], watchDepth: 3 })).toEqual({
      events: ['/runs list', '/runs/0 object', '/runs/0/results list', '/runs/0/results ends', '/runs/0 ends', '/runs ends'], taken: [],
    });
  });

  it('leaves dropped and forbidden keys out of what it builds, whatever they hold', () => {
    const text = '{"v":{"keep":1,"secret":{"keep":[{"secret":2}]},"__proto__":{"polluted":true},"list":[{"secret":"s","keep":3}]}}';
    const { taken } = pick(text, { take: ['/v'], drop: new Set(['secret']) });
    expect(taken).toEqual([['/v', { keep: 1, list: [{ keep: 3 }] }]]);
    expect(Object.getPrototypeOf(taken[0]?.[1])).toBe(Object.prototype);
  });

  it('builds what is left without the dropped keys, wherever the text is cut and however it is spaced', () => {
    const names = fc.constantFrom('a', 'b', 'drop', 'd"r\\op', '\u00e9', 'c,d', '__proto__');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, fc.constantFrom('x', 'a "quoted" \\ text, {[', '', 1.5e10, -2, true, null), fc.array(tie('tree'), { maxLength: 4 }), fc.array(fc.tuple(names, tie('tree')), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs.map(([name, value]) => [name === '__proto__' ? 'constructor' : name, value])))),
    }));
    const without = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (key, held: unknown) => (key === 'drop' || key === 'constructor' ? undefined : held));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), fc.array(fc.nat(), { maxLength: 4 }), fc.constantFrom(0, 1), (values, cuts, space) => {
        const text = JSON.stringify({ skipped: values, v: values }, undefined, space);
        const places = [...new Set(cuts.map((at) => at % text.length))].sort((a, b) => a - b);
        const pieces = [0, ...places].map((at, index) => text.slice(at, places[index] ?? text.length));
        const { taken } = pick(text, { take: ['/v/*'], drop: new Set(['drop']) }, pieces);
        expect(taken).toEqual(values.map((value, index) => [`/v/${index}`, without(value)]));
      }),
      { seed: 20_261_121, numRuns: 1_000 },
    );
  });

  it('announces a single value', () => {
    expect(pick('null', { watchDepth: 1 }, ['null', ' ']).events).toEqual(['/ scalar']);
  });

  it('builds what JSON.parse builds, wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, at) => {
        const text = JSON.stringify({ v: value });
        const cut = at % text.length;
        const safe = /[\ud800-\udbff]$/.test(text.slice(0, cut)) ? cut + 1 : cut;
        const { taken } = pick(text, { take: ['/v'] }, [text.slice(0, safe), text.slice(safe)]);
        expect(taken).toEqual([['/v', JSON.parse(text).v]]);
      }),
      { seed: 20_261_121 },
    );
  });
});
