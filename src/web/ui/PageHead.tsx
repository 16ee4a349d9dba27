import type { ReactNode } from 'react';
import { PageTitle } from '#web/ui/PageTitle.tsx';

interface PageHeadProps {
  headline: ReactNode;
  /** The sentence under it; nothing stands there where there is nothing to say. */
  lede: ReactNode;
  /** What a page says besides. */
  children?: ReactNode;
}

/** The sentence over a page, and what it is said of. */
export function PageHead({ headline, lede, children }: PageHeadProps) {
  return (
    <div className="page-head">
      <PageTitle>{headline}</PageTitle>
      {lede === '' ? null : <p className="lede">{lede}</p>}
      {children}
    </div>
  );
}
