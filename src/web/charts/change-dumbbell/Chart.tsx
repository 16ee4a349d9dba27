import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutChangeDumbbell, type Change } from '#web/charts/change-dumbbell/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';

interface ChangeDumbbellChartProps {
  changes: readonly Change[];
  currency: string;
  label: string;
  description: string;
}

/** Two marks a row: open for the earlier date, filled for now. */
export function ChangeDumbbellChart({ changes, currency, label, description }: ChangeDumbbellChartProps) {
  const frame = usePlotFrame();
  const layout = layoutChangeDumbbell(changes, { ...frame, currency });
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      {layout.changes.map(({ y, before, now }) => (
        <g key={y}>
          <line className="chart-link" x1={before} x2={now} y1={y} y2={y} />
          <circle className="chart-before" cx={before} cy={y} r={4.5} />
          <circle className="chart-now" cx={now} cy={y} r={4.5} />
        </g>
      ))}
    </Figure>
  );
}
