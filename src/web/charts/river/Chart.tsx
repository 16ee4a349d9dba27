import { layoutRiver, type Point } from '#web/charts/river/layout.ts';
import type { RiverWords } from '#web/charts/river/describe.ts';
import { PlacedLine } from '#web/charts/PlacedLine.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import '#web/charts/chart-rows.css';
import '#web/charts/river/river-chart.css';

const path = (points: readonly Point[]): string => points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/** Found and fixed a week above, open below; the same weeks under each other. */
export function RiverChart({ words, width }: { words: RiverWords; width: number }) {
  const layout = layoutRiver(words.rows, words.whole, width);
  const { left, right, flowBase, openBase, open } = layout;
  const [first, last] = [open.at(0), open.at(-1)];
  return (
    <Figure width={layout.width} height={layout.height} label={words.headline} description={words.alt}>
      <defs>
        <pattern id="river-hatch" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line className="river-hatch" x1={0} x2={0} y1={0} y2={6} /></pattern>
      </defs>
      {[...layout.flowTicks, ...layout.openTicks].map((tick) => <line key={tick.at} className="chart-grid" x1={left} x2={right} y1={tick.at} y2={tick.at} />)}
      {layout.more.map((area) => <polygon key={path(area)} className="river-more" points={path(area)} />)}
      <polyline className="river-fixed" points={path(layout.fixed)} />
      {layout.fixed.map(({ x, y }) => <rect key={x} className="river-fixed-mark" x={x - 2.5} y={y - 2.5} width={5} height={5} />)}
      <polyline className="river-found" points={path(layout.found)} />
      {first === undefined || last === undefined ? null : <polygon className="river-open" points={`${first.x},${openBase} ${path(open)} ${last.x},${openBase}`} />}
      <polyline className="river-open-line" points={path(open)} />
      <line className="chart-axis" x1={left} x2={right} y1={flowBase} y2={flowBase} />
      <line className="chart-axis" x1={left} x2={right} y1={openBase} y2={openBase} />
      {layout.weekTicks.map((tick) => <line key={tick.at} className="chart-axis" x1={tick.at} x2={tick.at} y1={openBase} y2={openBase + 4} />)}
      {[...layout.flowTicks, ...layout.openTicks, ...layout.weekTicks].map(({ label }) => <PlacedLine key={`${label.x} ${label.baseline}`} placed={label} />)}
      {layout.labels.map((label) => <PlacedLine key={label.text} placed={label} className={label.bold ? 'chart-text-strong' : undefined} />)}
    </Figure>
  );
}
