import { layoutPassedShare } from '#web/charts/passed-share/layout.ts';
import '#web/charts/passed-share/passed-share.css';

interface PassedShareChartProps {
  kept: number;
  past: number;
  width: number;
  label: string;
}

/** One bar in two parts: hollow was found there, filled got past. The figures stand beside it. */
export function PassedShareChart({ kept, past, width, label }: PassedShareChartProps) {
  const layout = layoutPassedShare(kept, past, width);
  return (
    <svg className="passed-share" width={layout.width} height={layout.height} role="img" aria-label={label} focusable="false">
      {layout.kept.width === 0 ? null : <rect className="passed-share__kept" x={0.5} y={0.5} width={Math.max(0, layout.kept.width - 1)} height={layout.height - 1} />}
      <rect className="passed-share__past" x={layout.past.x} width={layout.past.width} height={layout.height} />
    </svg>
  );
}
