import { Link } from 'react-router';
import { layoutLossDots, type LossDotsInput } from '#web/charts/loss-dots/layout.ts';
import { PlacedLine } from '#web/charts/PlacedLine.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import '#web/charts/loss-dots/loss-dots.css';

interface LossDotsChartProps {
  input: LossDotsInput;
  /** At the full width of its card; narrow drawings are lower. */
  height: number;
  label: string;
  description: string;
  /** Where a press on a column leads, by the amount it starts at. The table of the card holds the same links for the keyboard. */
  drill?: ((from: number) => string) | undefined;
}

const LEAST_HEIGHT = 134;

/** A dot a year: hollow up to the tolerance, filled above it. */
export function LossDotsChart({ input, height, label, description, drill }: LossDotsChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>(640, 656);
  const layout = layoutLossDots(input, { width, height: Math.min(height, Math.max(LEAST_HEIGHT, Math.round(width * 0.5))) });
  const { radius, baseline, tolerance } = layout;
  return (
    <div ref={ref} className="loss-dots" style={{ minHeight: layout.height }}>
      <Figure width={layout.width} height={layout.height} label={label} description={description}>
        <line className="chart-axis" x1={layout.left} x2={layout.right} y1={baseline} y2={baseline} />
        {layout.ticks.map((tick) => <line key={tick.x} className="chart-axis" x1={tick.x} x2={tick.x} y1={baseline} y2={baseline + 4} />)}
        {layout.ticks.map((tick) => <PlacedLine key={tick.x} placed={tick.label} />)}
        {layout.notes.map((note) => <PlacedLine key={note.text} placed={note} />)}
        {layout.columns.map((column) => (
          <g key={column.x} className={column.above ? 'loss-dots__above' : 'loss-dots__below'}>
            {column.ys.map((y) => <circle key={y} cx={column.x} cy={y} r={column.above ? radius : radius - 0.75} />)}
          </g>
        ))}
        {tolerance === undefined ? null : (
          <>
            <line className="loss-dots__tolerance" x1={tolerance.x} x2={tolerance.x} y1={tolerance.top} y2={baseline} />
            <PlacedLine placed={tolerance.label} />
          </>
        )}
      </Figure>
      {drill === undefined ? null : layout.columns.map(({ from, x, ys }) => (
        <Link key={x} to={drill(from)} className="loss-dots__hit" tabIndex={-1} aria-hidden="true"
          style={{ left: x - radius, width: 2 * radius, top: (ys.at(-1) ?? 0) - radius, height: baseline - (ys.at(-1) ?? 0) + radius }} />
      ))}
    </div>
  );
}
