import { layoutAgeBands } from '#web/charts/age-bands/layout.ts';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import '#web/charts/chart-rows.css';

/** One bar a band of ages. */
export function AgeBandsChart({ counts, label, description }: { counts: readonly number[]; label: string; description: string }) {
  const layout = layoutAgeBands(counts, usePlotFrame());
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      {layout.bars.map(({ y, width, height }) => <rect key={y} className="chart-range" x={0} y={y} width={width} height={height} />)}
    </Figure>
  );
}
