import type { When } from '#core/time.ts';
import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutExpiryStrip, type ExpiryMark, type PlacedExpiry } from '#web/charts/expiry-strip/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';
import '#web/charts/expiry-strip/expiry-strip.css';

interface ExpiryStripChartProps {
  marks: readonly ExpiryMark[];
  asOf: When;
  label: string;
  description: string;
}

/** One row an acceptance: a dot at its end, crossed once that has passed, a dashed square where there is none. Upright line: today. */
export function ExpiryStripChart({ marks, asOf, label, description }: ExpiryStripChartProps) {
  const frame = usePlotFrame();
  const layout = layoutExpiryStrip(marks, asOf, frame);
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      <line className="chart-tolerance" x1={layout.today} x2={layout.today} y1={frame.axisHeight} y2={layout.height} />
      {layout.marks.map((mark) => <Mark key={mark.y} mark={mark} from={layout.today} />)}
    </Figure>
  );
}

function Mark({ mark: { x, y, kind, beyond }, from }: { mark: PlacedExpiry; from: number }) {
  if (kind === 'no-end') return <rect className="expiry-none" x={x - 5} y={y - 5} width={10} height={10} />;
  return (
    <>
      <line className={kind === 'ended' ? 'expiry-since' : 'expiry-left'} x1={from} x2={x} y1={y} y2={y} />
      {kind === 'ended' ? <path className="expiry-ended" d={`M${x - 4.5} ${y - 4.5}l9 9m0 -9l-9 9`} /> : <circle className="chart-now" cx={x} cy={y} r={4.5} />}
      {beyond ? <path className="expiry-beyond" d={kind === 'ended' ? `M${x - 5} ${y - 8}l-4 8 4 8` : `M${x + 6} ${y - 6}l4 6 -4 6`} /> : null}
    </>
  );
}
