import type { When } from '#core/time.ts';
import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutEvidenceStrip, TICK_WIDTH, type StripRow } from '#web/charts/evidence-strip/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';
import '#web/charts/evidence-strip/evidence-strip.css';

interface EvidenceStripChartProps {
  rows: readonly StripRow[];
  asOf: When;
  label: string;
  description: string;
}

/** One row a decision: a tick for each piece of evidence, filled where it reached the person; a triangle where it was decided. */
export function EvidenceStripChart({ rows, asOf, label, description }: EvidenceStripChartProps) {
  const frame = usePlotFrame();
  const layout = layoutEvidenceStrip(rows, { ...frame, asOf });
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      {layout.rows.map(({ y, ticks, decided }) => (
        <g key={y}>
          {ticks.map(({ x, seen }) => (
            <rect key={x} className={seen ? 'strip-seen' : 'strip-unseen'} x={x} y={y - 8} width={TICK_WIDTH} height={16} />
          ))}
          {decided === null ? null : <path className="chart-decided" d={`M${decided} ${y - 7}l6.5 12h-13z`} />}
        </g>
      ))}
    </Figure>
  );
}
