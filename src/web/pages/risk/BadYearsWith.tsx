import { useMemo } from 'react';
import { Said } from '#web/ui/Said.tsx';
import { treated } from '#core/exposure/treated.ts';
import type { OptionWorth } from '#core/picture/measurements.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { inputOfRow } from '#core/picture/portfolio-of-picture.ts';
import { useYear } from '#web/exposure/use-exposure.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';

const ONLY_SHORTFALL = { percentiles: [], thresholds: [], curvePoints: 0 } as const;

/** What an option does to bad years: fewer events and smaller losses cut the average alike, and the tail not. */
export function BadYearsWith({ risk, of: { option, reduction } }: { risk: RiskRow; of: OptionWorth }) {
  const { before, after } = useMemo(() => {
    const input = inputOfRow(risk);
    const one = (which: typeof input) => ({ risks: which === undefined ? [] : [which], commonCauses: [] });
    return { before: one(input), after: one(input === undefined || reduction >= 1 ? undefined : treated(input, option.reduces, reduction)) };
  }, [risk, option.reduces, reduction]);
  const now = useYear(before, ONLY_SHORTFALL);
  const then = useYear(after, ONLY_SHORTFALL);
  if (now.status !== 'shown' || then.status !== 'shown') return null;
  const values = { now: <MoneyText amount={now.figures.es95} />, changed: <MoneyText amount={then.figures.es95} /> };
  return <p className="sub">{option.reduces === 'rate'
    ? <Said message="The worst 5% of years cost {now} on average as it is, and {changed} with it (fewer events)." values={values} />
    : <Said message="The worst 5% of years cost {now} on average as it is, and {changed} with it (smaller losses)." values={values} />}</p>;
}
