import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutLossIntervals, type LossInterval } from '#web/charts/loss-intervals/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';

interface LossIntervalsChartProps {
  intervals: readonly LossInterval[];
  currency: string;
  label: string;
  description: string;
  /** What the board accepts of a whole year, where it is on the record. */
  tolerance?: number | undefined;
}

/** One bar a risk from the 5th to the 95th percentile of one loss. */
export function LossIntervalsChart({ intervals, currency, label, description, tolerance }: LossIntervalsChartProps) {
  const frame = usePlotFrame();
  const layout = layoutLossIntervals(intervals, { ...frame, currency }, tolerance);
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      {layout.intervals.map(({ x, y, width, median }) => (
        <g key={y}>
          <rect className="chart-range" x={x} y={y - 4} width={width} height={8} />
          <line className="chart-range-end" x1={x} x2={x} y1={y - 7} y2={y + 7} />
          <line className="chart-range-end" x1={x + width} x2={x + width} y1={y - 7} y2={y + 7} />
          {layout.tolerance === undefined ? null : <line className="chart-tolerance" x1={layout.tolerance} x2={layout.tolerance} y1={y - 9} y2={y + 9} />}
          <line className="chart-range-median" x1={median} x2={median} y1={y - 6} y2={y + 6} />
        </g>
      ))}
    </Figure>
  );
}
