import { LabelList, Line, LineChart, XAxis, YAxis } from 'recharts';
import { quarterName, type When } from '#core/time.ts';
import type { QuarterShare } from '#core/picture/decision-outcomes.ts';
import { shareWords } from '#web/charts/default-share/describe.ts';

interface DefaultShareChartProps {
  quarters: readonly QuarterShare[];
  width: number;
  height: number;
  label: string;
  /** Id of the words that describe the drawing. */
  describedBy: string;
}

/** Eight quarters as one line from 0 to all of what came due. Loaded when it is looked at: Recharts is in no other chunk. */
export function DefaultShareChart({ quarters, width, height, label, describedBy }: DefaultShareChartProps) {
  const points = quarters.map((one) => ({ quarter: quarterOn(one.to, width), share: one.closed === 0 ? null : one.lapsed / one.closed, words: one.closed === 0 ? '' : shareWords(one) }));
  return (
    <LineChart data={points} width={width} height={height} accessibilityLayer={false} role="img" aria-label={label} aria-describedby={describedBy} margin={{ top: 24, right: 36, bottom: 0, left: 36 }}>
      <XAxis dataKey="quarter" interval={0} stroke="var(--axis)" tick={{ fill: 'var(--text-second)' }} />
      <YAxis type="number" domain={[0, 1]} hide />
      <Line dataKey="share" type="linear" stroke="var(--data)" strokeWidth={2} dot={{ r: 4, fill: 'var(--data)' }} activeDot={false} connectNulls={false} isAnimationActive={false}>
        <LabelList dataKey="words" position="top" offset={8} fill="var(--text)" />
      </Line>
    </LineChart>
  );
}

/** `Q3 2026`, or `Q3 ’26` where eight of them have little room. */
function quarterOn(day: When, width: number): string {
  const name = quarterName(day);
  return width < 560 ? name.replace(/ \d\d(\d\d)$/, ' ’$1') : name;
}
