import { describe, expect, test } from 'vitest';
import { readExposureFile } from '#importers/exposure-file/read-exposure-file.ts';
import { SourceRefused } from '#importers/importer.ts';

describe(readExposureFile, () => {
  test('reads every field, and takes null for a field that is not there', () => {
    const risk = { id: 'a', rateLow: 1, rateHigh: 2, low: 3, high: 4, max: 5, team: 't', process: 'p' };
    const rest = { commonCauses: [{ id: 'c', rate: 1, riskIds: ['a'] }], percentiles: [0.5], thresholds: [1], insurance: { retention: 1, limit: 2, riskIds: ['a'] } };
    const reading = readExposureFile(JSON.stringify({ note: 'ours', risks: [{ ...risk, rate: null, colour: 'x' }], ...rest }), 'a.json');
    expect(reading).toEqual({ kind: 'read', input: { risks: [{ ...risk, rate: undefined }], ...rest } });
  });

  test.each([
    ['{"risks":[{"id":"a","rate":"often","low":1,"high":2}]}', '/risks/0/rate', 'The rate of "a" is "often", so give a number instead.'],
    ['{"risks":[{"id":"a","rate":1,"high":2}]}', '/risks/0/low', 'The low of "a" is not there, so give a number.'],
    ['{"risks":3}', '/risks', 'The risks is "3", so give a list instead.'],
    ['[]', '/', 'The file is "[]", so give an object instead.'],
    ['{"risks":[],"thresholds":[1,"x"]}', '/thresholds/1', 'Item 2 of thresholds is "x", so give a number instead.'],
    ['{"risks":[{"id":"a","rate":1e999,"low":1,"high":2}]}', '/risks/0/rate', 'The number "1e999" cannot be held exactly, so give one of at most 1e15.'],
  ])('refuses %s', (content, place, sentence) => {
    expect(readExposureFile(content, 'a.json')).toEqual({ kind: 'refused', refusals: [{ place, sentence }] });
  });

  test('refuses what is not JSON', () => {
    expect(() => readExposureFile('<html>', 'a.json')).toThrow(SourceRefused);
    expect(() => readExposureFile('{"risks":[NaN]}', 'a.json')).toThrow(SourceRefused);
  });
});
