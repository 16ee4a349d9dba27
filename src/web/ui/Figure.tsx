import { useId, type ReactNode } from 'react';
import { spokenIn } from '#web/ui/money-words.ts';

interface FigureProps {
  width: number;
  height: number;
  /** Short name of the picture, such as the headline of its card. */
  label: string;
  /** What a reader of the picture sees, in words: construction, figures, direction. */
  description: string;
  children: ReactNode;
  className?: string | undefined;
}

/** A chart's SVG: one image with a name and a description, never a tab stop. Links stand beside it, in HTML. */
export function Figure({ width, height, label, description, children, className }: FigureProps) {
  const text = useId();
  return (
    <figure className={className}>
      <svg role="img" aria-label={spokenIn(label)} aria-describedby={text} width={width} height={height} viewBox={`0 0 ${width} ${height}`} focusable="false">
        {children}
      </svg>
      <p id={text} className="visually-hidden">{spokenIn(description)}</p>
    </figure>
  );
}
