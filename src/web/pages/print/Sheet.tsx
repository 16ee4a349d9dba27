import { useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { say } from '#language/say.ts';
import { dayInWords, quarterName } from '#core/time.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';

export type Paper = 'a4' | 'letter';

/** Name of the document, as the margin of every sheet and its first line say it. */
export function useSheetName(): { title: string; asOf: string; date: string } {
  const picture = usePicture();
  return {
    title: say('Whose Call - board brief {asOf} - {organisation}', { asOf: quarterName(picture.asOf), organisation: picture.organisation }),
    date: dayInWords(picture.asOf),
    asOf: say('Data as of {asOf}, compared with {against}', { asOf: dayInWords(picture.asOf), against: dayInWords(picture.against) }),
  };
}

/** Size and margins of the paper: the column is 182 mm wide on both; title, date and page number stand in the margin. */
export function PageRules({ paper }: { paper: Paper }) {
  const { title, date } = useSheetName();
  const size = paper === 'a4' ? 'size: A4; margin: 14mm 14mm 16mm' : 'size: letter; margin: 14mm 16.95mm 16mm';
  const [before = '', between = '', after = ''] = say('Page {page} of {pages}', { page: '\n', pages: '\n' }).split('\n');
  const box = 'font: 9pt "Inter Variable", sans-serif; color: #57544b; vertical-align: top; padding-top: 3mm';
  return (
    <style>{`@media print { @page { ${size};
      @bottom-left { content: ${cssText(say('{title} - as of {date}', { title, date }))}; ${box}; width: 85%; text-align: left }
      @bottom-right { content: ${cssText(before)} counter(page) ${cssText(between)} counter(pages) ${cssText(after)}; ${box}; text-align: right }
    } }`}</style>
  );
}

/** One page, composed as one: what stands on it never breaks across. */
export function Sheet({ children, label, paper }: { children: ReactNode; label: string; paper: Paper }) {
  const { title, asOf } = useSheetName();
  const { inner, tight } = useFit(paper);
  return (
    <section className="sheet" aria-label={label}>
      <div ref={inner} data-tight={tight}>
        <p className="sheet__name"><span>{title.replaceAll(' - ', ' · ')}</span><span>{asOf}</span></p>
        {children}
      </div>
    </section>
  );
}

/** Height of a page between its margins, in CSS pixels: A4 and US Letter less 14 mm above and 16 mm below. */
const COLUMN: Readonly<Record<Paper, number>> = { a4: 1009, letter: 942 };
const TIGHTEST = 3;

/**
 * What stands on a page has to fit it. While it does not, the sheet gives up what is said elsewhere as well: first the
 * list of the largest, then who could decide each ask, then second lines.
 */
function useFit(paper: Paper): { inner: RefObject<HTMLDivElement | null>; tight: number } {
  const inner = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState({ paper, tight: 0 });
  const tight = fit.paper === paper ? fit.tight : 0;
  useLayoutEffect(() => {
    const element = inner.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      if (element.offsetHeight > COLUMN[paper] && tight < TIGHTEST) setFit({ paper, tight: tight + 1 });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [paper, tight]);
  return { inner, tight };
}

/** One question of a sheet: its sentence, its measure, and the graphic. */
export function SheetPart({ headline, subtitle, children, className }: { headline: ReactNode; subtitle?: ReactNode; children: ReactNode; className?: string | undefined }) {
  const heading = useId();
  return (
    <section className={`sheet__part${className === undefined ? '' : ` ${className}`}`} aria-labelledby={heading}>
      <h2 id={heading}>{headline}</h2>
      {subtitle === undefined ? null : <p className="sub">{subtitle}</p>}
      {children}
    </section>
  );
}

/** Text as a CSS string, whatever an organisation is called. */
export function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ,.:·()-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
}
