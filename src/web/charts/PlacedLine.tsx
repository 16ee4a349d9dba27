import type { PlacedText } from '#web/charts/text-fit.ts';
import '#web/charts/placed-line.css';

/** One line of text where a layout put it. */
export function PlacedLine({ placed, className }: { placed: PlacedText; className?: string | undefined }) {
  return <text x={placed.x} y={placed.baseline} className={className}>{placed.text}</text>;
}
