import { PlacedLine } from '#web/charts/PlacedLine.tsx';
import type { PlacedText } from '#web/charts/text-fit.ts';

interface AxisTopProps {
  ticks: readonly { x: number; label: PlacedText }[];
  axisHeight: number;
  height: number;
}

/** Tick labels above the rows, and a hairline down from each. */
export function AxisTop({ ticks, axisHeight, height }: AxisTopProps) {
  return (
    <>
      {ticks.map((tick) => <line key={tick.x} className="chart-grid" x1={tick.x} x2={tick.x} y1={axisHeight} y2={height} />)}
      {ticks.map((tick) => <PlacedLine key={tick.x} placed={tick.label} />)}
    </>
  );
}
