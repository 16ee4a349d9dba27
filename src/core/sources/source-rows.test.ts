import { describe, expect, test } from 'vitest';
import { POLICY_ID, type Policy } from '#core/record/policy.ts';
import { sourceOfFile, type DeliveredFile, type Delivery } from '#core/sources/delivery.ts';
import { notTaken, sourceRows } from '#core/sources/source-rows.ts';

const file = (name: string, changes: Partial<DeliveredFile> = {}): DeliveredFile => ({
  file: name, format: 'sarif', refused: false, added: 0, updated: 0, unchanged: 0, rejected: [], moreRejected: 0, ...changes,
});
const delivery = (id: number, at: string, files: readonly DeliveredFile[], sender: string | null = null): Delivery => ({ id, name: files[0]?.file ?? '', at, recordedBy: sender === null ? 'local' : `token ${sender}`, sender, files });
const policy: Policy = { id: POLICY_ID };
const fault = { file: 'a', place: 'line 3', code: 'date', reason: 'No date.', remedy: 'Add one.' };

describe('the source of a file', () => {
  test.each([
    ['scans/2026-09/payments-2026-09-30.sarif', 'payments.sarif'], ['storefront-26.07.cdx.json', 'storefront.cdx.json'], ['register_v12.csv', 'register.csv'],
    ['catalog-info.yaml', 'catalog-info.yaml'], ['20260930.json', '20260930.json'], ['CODEOWNERS', 'CODEOWNERS'],
  ])('%s is %s', (name, source) => {
    expect(sourceOfFile(null, name)).toBe(source);
  });

  test('is the name its token is bound to, whatever the file is called', () => {
    expect(sourceOfFile('ci shop', 'scan.json')).toBe('ci shop');
  });
});

describe('the rows of sources', () => {
  test('add up what every file of a source brought, refused files apart from rows not taken', () => {
    const rows = sourceRows([
      delivery(1, '2026-09-01', [file('scan-1.sarif', { added: 3, rejected: [fault], moreRejected: 2 })]),
      delivery(2, '2026-10-01', [file('scan-2.sarif', { added: 1, updated: 1, unchanged: 2 }), file('scan-3.sarif', { refused: true, format: null, rejected: [fault] })]),
    ], '2026-10-05', policy);
    expect(rows).toEqual([{ name: 'scan.sarif', by: 'command', lastBy: 'local', formats: ['sarif'], lastAt: '2026-10-01', age: 4, limit: 31, isQuiet: false, files: 3, refusedFiles: 1, added: 4, updated: 1, unchanged: 2, rejected: 3 }]);
  });

  test.each([['2026-10-09', false], ['2026-10-10', true]])('a source that came once a week is quiet on %s: %s', (asOf, quiet) => {
    const weekly = ['2026-09-17', '2026-09-24', '2026-10-01'].map((at, id) => delivery(id, at, [file('weekly.sarif')]));
    expect(sourceRows(weekly, asOf, policy)[0]).toMatchObject({ limit: 8, isQuiet: quiet });
  });

  test.each([['2026-10-12', false], ['2026-10-13', true]])('the policy says how much longer than ever before it may stay away: on %s %s', (asOf, quiet) => {
    const weekly = ['2026-09-17', '2026-09-24', '2026-10-01'].map((at, id) => delivery(id, at, [file('weekly.sarif')]));
    expect(sourceRows(weekly, asOf, { ...policy, thresholds: { 'source.slackDays': 4 } })[0]).toMatchObject({ limit: 11, isQuiet: quiet });
  });

  test('a file that a person brought once is not quiet, however long ago', () => {
    expect(sourceRows([delivery(1, '2020-01-01', [file('once.csv')])], '2026-10-01', policy)[0]).toMatchObject({ limit: null, isQuiet: false });
  });

  test.each([[{}, '2026-10-16', false], [{}, '2026-10-17', true], [{ 'source.silenceDays': 10 }, '2026-09-11', false], [{ 'source.silenceDays': 10 }, '2026-09-12', true]])('a pipeline that sent once is quiet past the limit of the policy: %j on %s %s', (thresholds, asOf, quiet) => {
    expect(sourceRows([delivery(1, '2026-09-01', [file('scan.sarif')], 'ci')], asOf, { ...policy, thresholds })[0]?.isQuiet).toBe(quiet);
  });

  test('stand in the order of their last arrival', () => {
    const rows = sourceRows([delivery(1, '2026-10-01', [file('b.csv')]), delivery(2, '2026-09-01', [file('x.json')], 'ci'), delivery(3, '2026-10-01', [file('a.csv')])], '2026-10-01', policy);
    expect(rows.map(({ name, by }) => [name, by])).toEqual([['a.csv', 'command'], ['b.csv', 'command'], ['ci', 'token']]);
  });
});

test('what was not taken names where it came from, the newest first', () => {
  const lines = notTaken([delivery(1, '2026-09-01', [file('old.csv', { rejected: [fault] })]), delivery(2, '2026-10-01', [file('x.json', { refused: true, rejected: [fault] })], 'ci')]);
  expect(lines.map(({ source, whole, by, at }) => [source, whole, by, at])).toEqual([['ci', true, 'token ci', '2026-10-01'], ['old.csv', false, 'local', '2026-09-01']]);
});
