import type { ReactNode } from 'react';

/** A table that may be wider than a phone: it scrolls by itself, by keyboard too, and the page never does. */
export function WideTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll has to be reachable by keyboard
    <section className="shares__scroll" aria-label={caption} tabIndex={0}>
      <table className="shares">
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
