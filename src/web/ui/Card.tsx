import { useId, type ReactNode } from 'react';
import { DataTable, type DataRows } from '#web/ui/DataTable.tsx';
import { SpokenText } from '#web/ui/SpokenText.tsx';
import '#web/ui/card.css';

interface CardProps {
  /** The answer, as a sentence. */
  headline: ReactNode;
  /** Measure, scope and period. */
  subtitle?: ReactNode;
  children: ReactNode;
  /** The rows behind the chart; drawn as "Show data". */
  data?: DataRows | undefined;
  /** Links that lead on. */
  foot?: ReactNode;
  /** Grid span and the like. */
  className?: string | undefined;
  /** The tighter padding of the brief. */
  compact?: boolean | undefined;
  id?: string | undefined;
}

/** One question answered: a sentence, its measure, the graphic, and the rows behind it. */
export function Card({ headline, subtitle, children, data, foot, className, compact, id }: CardProps) {
  const heading = useId();
  return (
    <section id={id} className={`card${compact === true ? ' card--compact' : ''}${className === undefined ? '' : ` ${className}`}`} aria-labelledby={heading}>
      <h2 id={heading}><SpokenText>{headline}</SpokenText></h2>
      {subtitle === undefined ? null : <p className="sub card__sub"><SpokenText>{subtitle}</SpokenText></p>}
      <div className="card__body">
        {children}
        {foot === undefined ? null : <div className="card__foot">{foot}</div>}
        {data === undefined ? null : <DataTable data={data} />}
      </div>
    </section>
  );
}
