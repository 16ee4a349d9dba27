import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#store/canonical-json.ts';

test('one value has one spelling, whatever the order of its keys', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { d: 'x', c: undefined }] })).toBe('{"a":[true,null,{"d":"x"}],"b":1}');
});

test('numbers are spelled as ECMAScript prints them', () => {
  expect(canonicalJson([1e21, 0.1, -0, 1_000_000])).toBe('[1e+21,0.1,0,1000000]');
});

test('NUL and half characters become the replacement character, in keys too', () => {
  expect(canonicalJson({ 'a\u0000': '\ud800x' })).toBe('{"a\ufffd":"\ufffdx"}');
});

test('keys that are numbers stand in the order of their text, as every key does', () => {
  expect(canonicalJson({ b: 1, 10: 'x', 9: { 2: 1, a: 0, 11: 2 }, toJSON: 3 })).toBe('{"10":"x","9":{"11":2,"2":1,"a":0},"b":1,"toJSON":3}');
});

test('what JSON cannot say is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('x')]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  }
});

test('reading the spelling back and spelling it again changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const spelled = canonicalJson(value);
      expect(canonicalJson(JSON.parse(spelled))).toBe(spelled);
      expect(JSON.parse(spelled)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 7, numRuns: 300 },
  );
});
