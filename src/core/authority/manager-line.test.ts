import { describe, expect, test } from 'vitest';
import { lowestCommonManager, managerLine } from '#core/authority/manager-line.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function line(...changes: readonly string[]) {
  const { steps, end } = managerLine(indexOn(TODAY, ...changes), 'nora');
  return { steps: steps.map(({ personId, hops }) => `${personId} ${hops}`), end };
}

describe(managerLine, () => {
  test('ends at the top', () => {
    expect(line()).toEqual({ steps: ['nora 0', 'omar 1', 'rita 2'], end: { kind: 'top' } });
  });

  test('ends where it comes back to somebody', () => {
    expect(line('person omar managerId=nora')).toEqual({ steps: ['nora 0', 'omar 1'], end: { kind: 'circle' } });
  });

  test('ends at an id the record does not hold', () => {
    expect(line('person omar managerId=ghost')).toEqual({ steps: ['nora 0', 'omar 1'], end: { kind: 'unknown-id', id: 'ghost' } });
  });

  test('ends at a team, which answers to nobody', () => {
    expect(line('person nora managerId=top')).toEqual({ steps: ['nora 0'], end: { kind: 'top' } });
  });

  test('goes over two empty posts, each counted as a step', () => {
    const posts = ['person one kind=role managerId=two', 'person two kind=role managerId=rita', 'person nora managerId=one'];
    expect(line(...posts)).toEqual({ steps: ['nora 0', 'rita 3'], end: { kind: 'top' } });
  });
});

describe(lowestCommonManager, () => {
  test('is the nearest person all answer to, themselves included', () => {
    expect(lowestCommonManager(indexOn(TODAY), ['pia', 'tom'])).toBe('omar');
    expect(lowestCommonManager(indexOn(TODAY), ['pia', 'nora'])).toBe('nora');
    expect(lowestCommonManager(indexOn(TODAY), ['pia', 'sam', 'tom'])).toBe('rita');
  });

  test('is nobody where the lines do not meet, and of nobody', () => {
    expect(lowestCommonManager(indexOn(TODAY, 'person tom managerId=-'), ['pia', 'tom'])).toBeUndefined();
    expect(lowestCommonManager(indexOn(TODAY), [])).toBeUndefined();
  });
});
