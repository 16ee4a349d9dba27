import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basisMark } from '#core/replay/basis.ts';
import { continued, plainText, textAfter } from '#core/replay/counting-text.ts';
import { withoutJudging, wordsFor } from '#core/replay/left-out.ts';
import { partialDate } from '#core/replay/partial-date.ts';
import { idInWords } from '#core/replay/shown-entries.ts';

describe('a basis', () => {
  test.each([
    ['documented', 'documented', 'documented'],
    ['documented, sources conflict', 'documented', 'documented, sources conflict'],
    ['alleged; error confirmed by Optus', 'alleged', 'alleged; error confirmed by Optus'],
    ['dates inferred; that it had ended is documented', 'inferred', 'dates inferred; that it had ended is documented'],
    ['reported by the press', 'reported', 'reported by the press'],
    ['recalled', 'stated', 'stated by the case: recalled'],
    ['', 'stated', 'stated by the case'],
    [undefined, 'stated', 'stated by the case'],
    ['undocumented', 'stated', 'stated by the case: undocumented'],
  ])('%s is %s', (text, kind, words) => {
    expect(basisMark(text)).toEqual({ kind, words });
  });
});

describe('a date a source gives', () => {
  test.each([
    ['2017-03-08', '2017-03-08', '2017-03-08', '8 Mar 2017'],
    ['2016-02', '2016-02-01', '2016-02-29', 'Feb 2016, day not given'],
    ['2019-12', '2019-12-01', '2019-12-31', 'Dec 2019, day not given'],
    ['2015', '2015-01-01', '2015-12-31', '2015, day not given'],
  ])('%s', (text, from, to, words) => {
    expect(partialDate(text)).toEqual({ from, to, words });
  });

  test.each(['2017-13', '2017-02-30', 'spring', '', undefined, null])('%s is none', (text) => {
    expect(partialDate(text)).toBeUndefined();
  });
});

describe('a text that counts days', () => {
  test('says on each day what it said on that day', () => {
    const texts = ['Due 8 Mar 2017. Nobody has been told: 9 days.', 'Due 8 Mar 2017. Nobody has been told: 10 days.', 'Due 8 Mar 2017. Nobody has been told: 11 days.'];
    const second = continued(plainText(texts[0] ?? ''), texts[1] ?? '', 1, true);
    expect(second).toEqual({ text: texts[0], counts: [2] });
    if (second === undefined) return;
    expect(continued(second, texts[2] ?? '', 2, false)).toBe(second);
    expect([0, 1, 2].map((days) => textAfter(second, days))).toEqual(texts);
    expect(continued(second, 'Due 8 Mar 2017. Nobody has been told: 13 days.', 3, false)).toBeUndefined();
  });

  test('ends where the words change, and carries thousands', () => {
    expect(continued(plainText('1 day'), '2 days', 1, true)).toBeUndefined();
    expect(textAfter({ text: '12 months (999 days)', counts: [1] }, 2)).toBe('12 months (1,001 days)');
  });

  test('is only kept where it gives both texts to the letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(40), (first, next, days) => {
        const kept = continued(plainText(first), next, days, true);
        if (kept !== undefined) expect([textAfter(kept, 0), textAfter(kept, days)]).toEqual([first, next]);
      }),
      { seed: 44 },
    );
  });
});

describe('a quoted text', () => {
  const manager = wordsFor(['senior-manager']);

  test.each([
    ['The developer is not on the list. The senior manager above is on it and does not forward it. Owners were added.', 'The developer is not on the list. Owners were added.', 1],
    ['Naming the manager who did not forward one of 400 mails is the answer.', '', 1],
    ['A senior vice-president is dismissed for not forwarding the alert', '', 1],
    ['none of five senior security managers recalls attending', 'none of five senior security managers recalls attending', 0],
    ['An attack on the second domain; about 9.5 million people', 'An attack on the second domain; about 9.5 million people', 0],
    ['See p. 5 of the report. The rest stands.', 'See p. 5 of the report. The rest stands.', 0],
  ])('%s', (text, shown, leftOut) => {
    expect(withoutJudging(text, manager)).toEqual({ text: shown, leftOut });
  });

  test('that judges nobody is not touched', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('The list was old.', 'About 9.5 million.', 'Scans ran;', 'nothing found.')), (parts) => {
      expect(withoutJudging(parts.join(' '), manager)).toEqual({ text: parts.join(' '), leftOut: 0 });
    }), { seed: 45 });
  });
});

test.each([['cio', 'CIO'], ['gtvm', 'GTVM'], ['accounting-officer', 'accounting officer'], ['ex-ciso', 'ex CISO'], ['dept', 'dept'], ['owner_list', 'owner list']])('the id %s reads %s', (id, words) => {
  expect(idInWords(id)).toBe(words);
});
