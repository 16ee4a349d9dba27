import { CartesianGrid, Line, LineChart, ReferenceDot, XAxis, YAxis } from 'recharts';
import { chanceInWords } from '#core/exposure/equally-likely-years.ts';
import type { LossCurveLayout } from '#web/charts/loss-curve/layout.ts';
import { moneyShort } from '#web/ui/money-words.ts';
import '#web/charts/loss-curve/loss-curve.css';

interface LossCurveChartProps {
  layout: LossCurveLayout;
  width: number;
  height: number;
  currency: string;
  label: string;
  /** Id of the words that describe the drawing. */
  describedBy: string;
}

/** The loss exceedance curve beside what the board accepts. Loaded when it is looked at: Recharts is in no other chunk. */
export function LossCurveChart({ layout, width, height, currency, label, describedBy }: LossCurveChartProps) {
  const { years, accepted, tests, end, moneyTicks, chanceTicks } = layout;
  return (
    <LineChart width={width} height={height} accessibilityLayer={false} role="img" aria-label={label} aria-describedby={describedBy} margin={{ top: 10, right: 28, bottom: 4, left: 4 }}>
      <CartesianGrid stroke="var(--rule)" />
      <XAxis dataKey="amount" type="number" domain={[0, end]} ticks={[...moneyTicks]} tickFormatter={(amount: number) => moneyShort(amount, currency, 'exact')} stroke="var(--axis)" tick={{ fill: 'var(--text-second)' }} />
      <YAxis dataKey="chance" type="number" domain={[0, 1]} ticks={[...chanceTicks]} tickFormatter={(chance: number) => chanceInWords(chance)} width={46} stroke="var(--axis)" tick={{ fill: 'var(--text-second)' }} />
      <Line data={[...years]} dataKey="chance" type="stepAfter" stroke="var(--data)" strokeWidth={2.5} dot={false} activeDot={false} isAnimationActive={false} />
      {accepted.length === 0 ? null : <Line data={[...accepted]} dataKey="chance" type="stepAfter" stroke="var(--tolerance)" strokeWidth={2} strokeDasharray="7 4" dot={false} activeDot={false} isAnimationActive={false} />}
      {tests.map(({ amount, chance, within }) => (
        <ReferenceDot key={amount} x={amount} y={chance} r={6} fill={within ? 'var(--card)' : 'var(--gap)'} stroke={within ? 'var(--data)' : 'var(--gap)'} strokeWidth={2} />
      ))}
      <ReferenceDot x={0} y={years[0]?.chance ?? 0} r={4} fill="var(--data)" stroke="var(--data)" />
    </LineChart>
  );
}
