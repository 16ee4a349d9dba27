import { useId, type ReactNode } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import { layoutRiver, type RiverLayout, type RiverPanel } from '#web/charts/river/layout.ts';
import type { RiverWords } from '#web/charts/river/describe.ts';
import { PlacedLine } from '#web/charts/PlacedLine.tsx';
import '#web/charts/chart-rows.css';
import '#web/charts/river/river-chart.css';

/** Found and fixed a week above, open below; the same weeks under each other. Loaded when it is looked at: Recharts is in no other chunk. */
export function RiverChart({ words, width }: { words: RiverWords; width: number }) {
  const layout = layoutRiver(words.rows, words.whole, width);
  const { flow, open } = layout;
  const text = useId();
  const hatch = useId();
  const first = flow.points.length <= 1 ? flow.points[0] : undefined;
  return (
    <figure className="river-chart">
      <Panel layout={layout} panel={flow} data={[...flow.points]} label={words.flowLabel} describedBy={text}>
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line className="river-hatch" x1={0} x2={0} y1={0} y2={6} /></pattern>
        </defs>
        <Area dataKey={moreOf} type="linear" stroke="none" fill={`url(#${hatch})`} fillOpacity={1} dot={false} activeDot={false} isAnimationActive={false} />
        <Line dataKey="fixed" type="linear" className="river-fixed" stroke="var(--after)" strokeWidth={2} dot={fixedDot} activeDot={false} isAnimationActive={false} />
        <Line dataKey="found" type="linear" className="river-found" stroke="var(--data)" strokeWidth={2} dot={first === undefined ? false : { r: 3, fill: 'var(--data)' }} activeDot={false} isAnimationActive={false} />
      </Panel>
      <Panel layout={layout} panel={open} data={[...open.points]} label={words.openLabel} describedBy={text}>
        <Area dataKey="open" type="linear" stroke="var(--bar)" strokeWidth={2} fill="var(--seq1)" fillOpacity={1} dot={open.points.length === 1 ? { r: 3, fill: 'var(--bar)' } : false} activeDot={false} isAnimationActive={false} />
        {open.weekTicks.map(({ value, label }) => <PlacedLine key={value} placed={label} />)}
      </Panel>
      <p id={text} className="visually-hidden">{words.alt}</p>
    </figure>
  );
}

interface PanelProps {
  layout: RiverLayout;
  panel: RiverPanel;
  data: { at: number }[];
  label: string;
  describedBy: string;
  children: ReactNode;
}

/** One linear panel from zero; its words stand where the layout put them. */
function Panel({ layout, panel, data, label, describedBy, children }: PanelProps) {
  const { width, left, right, last } = layout;
  return (
    <ComposedChart width={width} height={panel.height} data={data} accessibilityLayer={false} role="img" aria-label={label} aria-describedby={describedBy}
      margin={{ top: panel.top, bottom: panel.height - panel.base, left, right: width - right }}>
      <CartesianGrid vertical={false} horizontalValues={panel.ticks.map(({ value }) => value)} stroke="var(--rule)" />
      <XAxis dataKey="at" type="number" domain={[0, last]} height={1} tick={false} tickLine={false} stroke="var(--axis)" />
      <YAxis type="number" domain={[0, panel.most]} ticks={panel.ticks.map(({ value }) => value)} width={1} tick={false} tickLine={false} axisLine={false} />
      {children}
      {panel.ticks.map(({ value, label: placed }) => <PlacedLine key={value} placed={placed} />)}
      {panel.labels.map((placed) => <PlacedLine key={placed.text} placed={placed} className={placed.bold ? 'chart-text-strong' : undefined} />)}
    </ComposedChart>
  );
}

function moreOf({ more: [from, to] }: { more: readonly [number, number] }): [number, number] {
  return [from, to];
}

/** A square at every week; a crossing of the lines is no week. */
function fixedDot({ cx, cy, index, payload }: { cx?: number; cy?: number; index?: number; payload?: { week?: boolean } }) {
  if (cx === undefined || cy === undefined || payload?.week !== true) return <g key={index} />;
  return <rect key={index} className="river-fixed-mark" x={cx - 2.5} y={cy - 2.5} width={5} height={5} />;
}
