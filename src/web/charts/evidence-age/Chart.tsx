import { AxisTop } from '#web/charts/AxisTop.tsx';
import { usePlotFrame } from '#web/charts/ChartRows.tsx';
import { layoutEvidenceAge, type AgeLane } from '#web/charts/evidence-age/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';
import '#web/charts/evidence-age/evidence-age.css';

interface EvidenceAgeChartProps {
  lanes: readonly AgeLane[];
  neverCount: number;
  label: string;
  description: string;
}

/** One row a kind of measurement: a dot each, a line at the agreed age, diamonds past it; dashed squares were never measured. */
export function EvidenceAgeChart({ lanes, neverCount, label, description }: EvidenceAgeChartProps) {
  const frame = usePlotFrame();
  const layout = layoutEvidenceAge(lanes, neverCount, frame);
  const { never } = layout;
  return (
    <Figure width={layout.width} height={layout.height} label={label} description={description}>
      <AxisTop ticks={layout.ticks} axisHeight={frame.axisHeight} height={layout.height - (never === undefined ? 0 : frame.rowHeight)} />
      {layout.lanes.map((lane) => (
        <g key={lane.top}>
          <line className="chart-tolerance" x1={lane.limit} x2={lane.limit} y1={lane.top} y2={lane.bottom} />
          {/* Marks keep their place: there is no other identity to key by. */}
          {lane.marks.map(({ x, y, older }, index) => (older
            ? <path key={index} className="age-older" d={diamond(x, y, 5.5)} />
            : <circle key={index} className="age-within" cx={x} cy={y} r={lane.radius} />))}
        </g>
      ))}
      {never === undefined ? null : never.xs.map((x) => <rect key={x} className="age-never" x={x} y={never.y - never.size / 2} width={never.size} height={never.size} />)}
    </Figure>
  );
}

function diamond(x: number, y: number, reach: number): string {
  return `M${x} ${y - reach}l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}z`;
}
