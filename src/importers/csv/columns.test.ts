import { describe, expect, it } from 'vitest';
import { declaredColumns, guessColumns, plainHeader, type ColumnField } from '#importers/csv/columns.ts';
import { unitOf } from '#importers/csv/header-unit.ts';
import { refusalOf } from '#test/support/refusal.ts';

const fields: readonly ColumnField[] = [
  { name: 'id', words: ['risk id', 'id'] },
  { name: 'owner', words: ['risk owner', 'owner'] },
  { name: 'rating', words: ['impact', 'severity'], several: true },
];

describe('columns', () => {
  it.each([
    ['Risk_Owner (name)', 'risk owner'],
    ['riskOwner', 'risk owner'],
    ['  RISK-OWNER ', 'risk owner'],
    ['Due date:', 'due date'],
  ])('are compared by their words: %s', (header, plain) => {
    expect(plainHeader(header)).toBe(plain);
  });

  it('are guessed by the surest word, and what else could be meant is said', () => {
    expect(guessColumns(['ID', 'Owner', 'Risk owner', 'Colour'], fields)).toEqual({
      mapping: { ID: 'id', 'Risk owner': 'owner' },
      unread: ['Owner', 'Colour'],
      ambiguous: [{ field: 'owner', headers: ['Risk owner', 'Owner'], taken: true }],
    });
  });

  it('are not guessed where two are equally sure', () => {
    const guess = guessColumns(['owner', 'Owner:'], fields);
    expect(guess.mapping).toEqual({});
    expect(guess.ambiguous).toEqual([{ field: 'owner', headers: ['owner', 'Owner:'], taken: false }]);
  });

  it('may share a field that several can carry', () => {
    expect(guessColumns(['Impact', 'Severity'], fields).mapping).toEqual({ Impact: 'rating', Severity: 'rating' });
  });

  it('are read as declared, without case, and the rest stays as guessed', () => {
    const header = ['ID', 'Owner', 'Who'];
    const declared = declaredColumns(guessColumns(header, fields), { who: 'owner', id: 'ignore' }, header, fields, 'a.csv');
    expect(declared.mapping).toEqual({ Who: 'owner' });
    expect(declared.unread).toEqual(['ID', 'Owner']);
  });

  it.each([
    ['a column that is not there', { Nobody: 'owner' }],
    ['a field that is not there', { ID: 'colour' }],
    ['one field twice', { ID: 'owner', Owner: 'owner' }],
  ])('refuse a declaration of %s', (_name, declared) => {
    const header = ['ID', 'Owner'];
    expect(refusalOf(() => declaredColumns(guessColumns(header, fields), declared, header, fields, 'a.csv')).code).toBe('column-mapping');
  });
});

describe('the unit in a column name', () => {
  it.each([
    ['Loss high (USD)', 'USD', 1],
    ['Loss ($k)', '$', 1_000],
    ['Loss (k$)', '$', 1_000],
    ['Loss (EUR m)', 'EUR', 1_000_000],
    ['Loss low in $000', '$', 1_000],
    ["Loss ('000)", undefined, 1_000],
    ['Loss (millions)', undefined, 1_000_000],
    ['Loss high GBP', 'GBP', 1],
    ['Probability (%)', undefined, 0.01],
    ['Loss high', undefined, 1],
    ['Loss (worst case)', undefined, 1],
  ])('is read from %s', (header, currency, factor) => {
    expect(unitOf(header)).toEqual({ currency, factor });
  });
});
