import { useId } from 'react';
import type { AuthorityBulletWords } from '#web/charts/authority-bullet/describe.ts';
import { layoutAuthorityBullet, type BulletLayout, type PlacedBar } from '#web/charts/authority-bullet/layout.ts';
import { PlacedLine } from '#web/charts/PlacedLine.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import '#web/charts/authority-bullet/authority-bullet.css';

/** How much each person may decide, beside the stated range of one loss. Draws what `describe` worded. */
export function AuthorityBullet({ words }: { words: AuthorityBulletWords }) {
  const { ref, width } = useWidth<HTMLDivElement>(640);
  const hatch = useId();
  const layout = layoutAuthorityBullet(words.series, width);
  return (
    <div ref={ref}>
      <Figure width={layout.width} height={layout.height} label={words.headline} description={words.alt} className="bullet">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="bullet__hatch-ground" width="6" height="6" />
            <rect className="bullet__hatch-line" width="2.5" height="6" />
          </pattern>
        </defs>
        <Ground layout={layout} />
        {layout.rows.map((row) => (
          <g key={row.key}>
            <PlacedLine placed={row.name} className="chart-text-strong" />
            {row.note.map((note) => <PlacedLine key={note.baseline} placed={note} />)}
            {row.bar === null ? null : <Bar bar={row.bar} fill={row.bar.reaches ? undefined : `url(#${hatch})`} />}
            <PlacedLine placed={row.value} className={row.bar?.reaches === true ? undefined : 'chart-text-gap'} />
          </g>
        ))}
        {layout.band === null ? null : <HighLine layout={layout} />}
      </Figure>
    </div>
  );
}

function Ground({ layout }: { layout: BulletLayout }) {
  const { plot, band } = layout;
  return (
    <>
      {band?.strips.map((strip) => <rect key={strip.top} className="bullet__band" x={band.x} y={strip.top} width={band.width} height={strip.height} />)}
      {layout.rows.slice(0, -1).map((row) => <line key={row.key} className="bullet__rule" x1={0} x2={layout.width} y1={row.rule} y2={row.rule} />)}
      <line className="bullet__axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {layout.ticks.map((tick) => (
        <g key={tick.label.text}>
          <line className="bullet__axis" x1={tick.x} x2={tick.x} y1={plot.bottom} y2={plot.bottom + 4} />
          <PlacedLine placed={tick.label} />
        </g>
      ))}
      {band === null ? null : <PlacedLine placed={band.label} className="chart-text-strong" />}
    </>
  );
}

function HighLine({ layout }: { layout: BulletLayout }) {
  const { band } = layout;
  const x = (band?.x ?? 0) + (band?.width ?? 0);
  return band?.strips.map((strip) => <line key={strip.top} className="bullet__high" x1={x} x2={x} y1={strip.top} y2={strip.top + strip.height} />);
}

/** A bar; an open one ends in a torn edge instead of a side. */
function Bar({ bar, fill }: { bar: PlacedBar; fill: string | undefined }) {
  const { x, y, width, height } = bar;
  const tear = bar.open ? 5 : 0;
  const right = x + width;
  const side = bar.open
    ? `L${right - tear} ${y} L${right} ${y + height / 4} L${right - tear} ${y + height / 2} L${right} ${y + (height * 3) / 4} L${right - tear} ${y + height}`
    : `L${right} ${y} L${right} ${y + height}`;
  const path = `M${x} ${y} ${side} L${x} ${y + height} Z`;
  return <path className={bar.reaches ? 'bullet__bar' : 'bullet__bar bullet__bar--short'} d={path} style={fill === undefined ? undefined : { fill }} />;
}
