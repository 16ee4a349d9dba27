import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { InParts, paceFirstPage } from '#web/ui/InParts.tsx';

afterEach(cleanup);

function Page() {
  return <InParts><p>first</p><p>second</p><p>third</p></InParts>;
}

const shown = (): readonly (string | null)[] => screen.queryAllByText(/./, { selector: 'p' }).map(({ textContent }) => textContent);

describe('the parts of a page', () => {
  it('are all there at once where nobody asked for more', () => {
    render(<Page />);
    expect(shown()).toEqual(['first', 'second', 'third']);
  });

  it('come one after the other, from the top, on the first page of a visit', async () => {
    paceFirstPage();
    const seen: string[] = [];
    const { container } = render(<Page />);
    const note = (): void => {
      const words = shown().join(' ');
      if (seen.at(-1) !== words) seen.push(words);
    };
    note();
    new MutationObserver(note).observe(container, { childList: true, subtree: true });
    await screen.findByText('third');
    expect(seen).toEqual(['', 'first', 'first second', 'first second third']);
  });

  it('are all there at once on every later page', async () => {
    paceFirstPage();
    const first = render(<Page />);
    await screen.findByText('third');
    first.unmount();
    render(<Page />);
    expect(shown()).toEqual(['first', 'second', 'third']);
  });
});
