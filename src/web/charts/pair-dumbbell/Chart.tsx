import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutPairDumbbell, type Pair } from '#web/charts/pair-dumbbell/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';

interface PairDumbbellChartProps {
  pairs: readonly Pair[];
  label: string;
  description: string;
}

/** An open and a filled mark a row, and a line between them where both are measured. */
export function PairDumbbellChart({ pairs, label, description }: PairDumbbellChartProps) {
  const frame = usePlotFrame();
  const layout = layoutPairDumbbell(pairs, frame);
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      {layout.rows.map(({ y, open, filled }) => (
        <g key={y}>
          {open === null || filled === null ? null : <line className="chart-link" x1={open} x2={filled} y1={y} y2={y} />}
          {filled === null ? null : <circle className="chart-now" cx={filled} cy={y} r={4.5} />}
          {open === null ? null : <circle className="chart-before" cx={open} cy={y} r={4.5} />}
        </g>
      ))}
    </Figure>
  );
}
