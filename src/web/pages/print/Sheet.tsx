import { useId, type ReactNode } from 'react';
import { dayInWords, quarterName } from '#core/time.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';

export type Paper = 'a4' | 'letter';

/** Name of the document, as the margin of every sheet and its first line say it. */
export function useSheetName(): { title: string; asOf: string; date: string } {
  const picture = usePicture();
  return {
    title: `Whose Call - board brief ${quarterName(picture.asOf)} - ${picture.organisation}`,
    date: dayInWords(picture.asOf),
    asOf: `Data as of ${dayInWords(picture.asOf)}, compared with ${dayInWords(picture.against)}`,
  };
}

/** Size and margins of the paper: the column is 182 mm wide on both; title, date and page number stand in the margin. */
export function PageRules({ paper }: { paper: Paper }) {
  const { title, date } = useSheetName();
  const size = paper === 'a4' ? 'size: A4; margin: 14mm 14mm 16mm' : 'size: letter; margin: 14mm 16.95mm 16mm';
  const box = 'font: 9pt "Inter Variable", sans-serif; color: #57544b; vertical-align: top; padding-top: 3mm';
  return (
    <style>{`@media print { @page { ${size};
      @bottom-left { content: ${cssText(`${title} - as of ${date}`)}; ${box}; width: 85%; text-align: left }
      @bottom-right { content: "Page " counter(page) " of " counter(pages); ${box}; text-align: right }
    } }`}</style>
  );
}

/** One page, composed as one: what stands on it never breaks across. */
export function Sheet({ children, label }: { children: ReactNode; label: string }) {
  const { title, asOf } = useSheetName();
  return (
    <section className="sheet" aria-label={label}>
      <p className="sheet__name"><span>{title.replaceAll(' - ', ' · ')}</span><span>{asOf}</span></p>
      {children}
    </section>
  );
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
