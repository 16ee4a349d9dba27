import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { PlacedLine } from '#web/charts/PlacedLine.tsx';
import { layoutReplayTimeline, type TimelineInput } from '#web/charts/replay-timeline/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';
import '#web/charts/replay-timeline/replay-timeline.css';

interface ReplayTimelineProps {
  input: TimelineInput;
  label: string;
  description: string;
}

/** A row a flag from the day it came up, the breach as a line, what became known as circles, the chosen day as a band. */
export function ReplayTimelineChart({ input, label, description }: ReplayTimelineProps) {
  const frame = usePlotFrame();
  const layout = layoutReplayTimeline(input, frame);
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height} />
      {/* A cursor moves with the day, and not when the chart is laid out for another width. */}
      {layout.cursor === null ? null : <rect key={`band ${layout.width}`} className="replay-cursor" style={{ transform: `translateX(${layout.cursor.x}px)` }} x={0} y={frame.axisHeight} width={layout.cursor.width} height={layout.height - frame.axisHeight} />}
      {layout.bars.map((bar) => (
        <rect key={`${bar.key} ${bar.x}`} className={`replay-bar replay-bar--${bar.mark}`} x={bar.x} y={bar.y} width={bar.width} height={bar.height} />
      ))}
      {layout.ahead.map((line) => <line key={`${line.key} ${line.x}`} className="replay-ahead" x1={line.x} x2={line.x + line.width} y1={line.y} y2={line.y} />)}
      {layout.known.map(({ day, x }) => <circle key={day} className="chart-before" cx={x} cy={layout.laneY} r={4} />)}
      {layout.breaches.map((breach) => (
        <g key={breach.x}>
          <line className="replay-breach" x1={breach.x} x2={breach.x} y1={frame.axisHeight - 2} y2={layout.height} />
          {breach.label === null ? null : <PlacedLine placed={breach.label} className="chart-text-strong" />}
        </g>
      ))}
      {layout.cursor === null ? null : <path key={`head ${layout.width}`} className="replay-cursor__head" style={{ transform: `translateX(${layout.cursor.x + layout.cursor.width / 2}px)` }} d={`M0 ${layout.laneY - 5}l-5 -7h10z`} />}
    </Figure>
  );
}
