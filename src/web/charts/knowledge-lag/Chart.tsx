import type { When } from '#core/time.ts';
import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutKnowledgeLag, type Lag, type PlacedLag } from '#web/charts/knowledge-lag/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';

interface KnowledgeLagChartProps {
  lags: readonly Lag[];
  asOf: When;
  label: string;
  description: string;
}

/** One line a risk: known here (circle), informed (square), decided (triangle); thick while not shared. */
export function KnowledgeLagChart({ lags, asOf, label, description }: KnowledgeLagChartProps) {
  const frame = usePlotFrame();
  const layout = layoutKnowledgeLag(lags, { ...frame, asOf });
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      {layout.lags.map((lag) => <LagMarks key={lag.y} lag={lag} />)}
    </Figure>
  );
}

function LagMarks({ lag }: { lag: PlacedLag }) {
  const { y, known, reached, running, decided, waiting } = lag;
  return (
    <g>
      <line className={`chart-gap${running ? ' chart-gap--open' : ''}`} x1={known} x2={reached} y1={y} y2={y} />
      {waiting === null ? null : (
        <line className={`chart-wait${waiting.open ? ' chart-wait--open' : ''}`} x1={waiting.from} x2={waiting.to} y1={y} y2={y} />
      )}
      <circle className="chart-before" cx={known} cy={y} r={5} />
      {running ? null : <rect className="chart-now" x={reached - 5} y={y - 5} width={10} height={10} />}
      {decided === null ? null : <path className="chart-decided" d={`M${decided} ${y - 7}l6.5 12h-13z`} />}
    </g>
  );
}
