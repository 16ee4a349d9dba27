import { describe, expect, test } from 'vitest';
import { acksOf, hasBeenShown, hasSeenDetail, readersOf } from '#core/information/seen.ts';
import { dayOf } from '#core/time.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function reach(personId: string, change: string, day?: string) {
  const index = indexOn(TODAY, change);
  const piece = index.view.evidence.get('e');
  if (piece === undefined) throw new Error('there is no evidence e');
  const on = day === undefined ? undefined : dayOf(day);
  return [hasSeenDetail(index, personId, piece, on) ? 'detail' : '', hasBeenShown(index, personId, piece, on) ? 'shown' : ''].join(' ').trim();
}

describe('how a piece reached a person', () => {
  test.each([
    ['nora', 'ack a level=detail', 'detail shown'],
    ['nora', 'ack a level=summary', 'shown'],
    ['nora', 'ack a level=colour', 'shown'],
    ['nora', 'ack a level=attested', 'shown'],
    ['nora', 'ack a level=broadcast', ''],
    ['nora', 'ack a level=broadcast question="Who?"', 'detail shown'],
    ['nora', 'ack a level=summary question="Who?"', 'detail shown'],
    ['nora', 'ack a level=summary question=""', 'shown'],
    ['omar', '', ''],
    ['omar', 'evidence e knownBy=[omar]', 'detail shown'],
    ['nora', 'ack a evidenceId=other', ''],
  ])('%s with %s: %s', (personId, change, expected) => {
    expect(reach(personId, change)).toBe(expected);
  });

  test('on a past day only what was acknowledged by then', () => {
    expect(reach('nora', '', '2026-06-26')).toBe('');
    expect(reach('nora', '', '2026-06-27')).toBe('detail shown');
    expect(reach('nora', 'ack a level=summary', '2026-06-27')).toBe('shown');
  });
});

test('the readers of a piece are those it reached in detail', () => {
  const index = indexOn(TODAY, 'evidence e knownBy=[pia]', 'ack b evidenceId=e personId=omar at=2026-06-28 level=summary');
  const piece = index.view.evidence.get('e');
  expect(piece === undefined ? [] : [...readersOf(index, piece)].sort()).toEqual(['nora', 'pia']);
});

test('acknowledgements of one piece are those of one person', () => {
  const index = indexOn(TODAY, 'ack b evidenceId=e personId=omar at=2026-06-28 level=summary');
  expect(acksOf(index, 'omar', 'e').map(({ id }) => id)).toEqual(['b']);
  expect(acksOf(index, 'nora', 'e').map(({ id }) => id)).toEqual(['a']);
  expect(acksOf(index, 'pia', 'e')).toEqual([]);
});
