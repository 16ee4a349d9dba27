import type { TeamFixes } from '#core/release/who-fixed.ts';
import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutFixDumbbell } from '#web/charts/fix-dumbbell/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';

/** Two marks a row: open for introduced, filled for fixed. */
export function FixDumbbellChart({ teams, label, description }: { teams: readonly TeamFixes[]; label: string; description: string }) {
  const frame = usePlotFrame();
  const layout = layoutFixDumbbell(teams, frame);
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      {layout.rows.map(({ y, introduced, fixed }) => (
        <g key={y}>
          <line className="chart-link" x1={introduced} x2={fixed} y1={y} y2={y} />
          <circle className="chart-before" cx={introduced} cy={y} r={4.5} />
          <circle className="chart-now" cx={fixed} cy={y} r={4.5} />
        </g>
      ))}
    </Figure>
  );
}
