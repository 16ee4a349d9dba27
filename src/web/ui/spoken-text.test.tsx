import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { moneyShort, spokenIn } from '#web/ui/money-words.ts';
import { SpokenText } from '#web/ui/SpokenText.tsx';

afterEach(cleanup);

/** What the eye reads of an element, and what a screen reader is given of it. */
function readings(element: HTMLElement): { seen: string; heard: string } {
  const without = (hidden: string): string => {
    const copy = element.cloneNode(true);
    if (copy instanceof Element) for (const part of copy.querySelectorAll(hidden)) part.remove();
    return copy.textContent ?? '';
  };
  return { seen: without('.visually-hidden'), heard: without('[aria-hidden]') };
}

describe('a text with short amounts in it', () => {
  const range = `${moneyShort(3_400_000, 'USD')} to ${moneyShort(450_000, 'EUR')}, less ${moneyShort(-2_000_000, 'USD')}`;

  it('is seen as it is written and heard in words', () => {
    const { container } = render(<SpokenText>{range}</SpokenText>);
    expect(readings(container)).toEqual({ seen: '$3.4M to €450k, less −$2M', heard: '3.4 million dollars to 450,000 euros, less minus 2 million dollars' });
    expect(spokenIn(range)).toBe('3.4 million dollars to 450,000 euros, less minus 2 million dollars');
  });

  it('is read in fragments too; elements in it are left alone', () => {
    const { container } = render(<SpokenText><>up to {moneyShort(3_400_000, 'USD')}<b>{moneyShort(3_400_000, 'USD')}</b></></SpokenText>);
    expect(readings(container)).toEqual({ seen: 'up to $3.4M$3.4M', heard: 'up to 3.4 million dollars$3.4M' });
  });

  it('leaves an amount alone that nobody wrote with money words, and prose', () => {
    expect(spokenIn('$7.77M of $3.4 million')).toBe('$7.77M of $3.4 million');
  });
});
