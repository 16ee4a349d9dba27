import { useId } from 'react';
import { useNavigate } from 'react-router';
import { say } from '#language/say.ts';
import { addDays, dayInWords } from '#core/time.ts';
import type { RiverWords } from '#web/charts/river/describe.ts';
import { usePeriod } from '#web/features/river/use-period.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { useAddressOf, usePlace } from '#web/url/use-address.ts';

/** From which week to which: two lists in the place of a brush. Each choice is a step in the history of the browser. */
export function PeriodForm({ words }: { words: RiverWords }) {
  const { viewOf } = usePeriod();
  const here = usePlace() ?? { page: 'release' };
  const addressOf = useAddressOf();
  const navigate = useNavigate();
  const [fromId, toId] = [useId(), useId()];
  const { all, period } = words;
  const go = (from: string, to: string): void => { void navigate(addressOf(here, viewOf({ from, to })), { preventScrollReset: true }); };
  const whole = period.from === all[0]?.week && period.to === all.at(-1)?.week;
  return (
    <div className="river-period">
      <label htmlFor={fromId}>{say('From the week of')}</label>
      <select id={fromId} value={period.from} onChange={(event) => { go(event.target.value, period.to); }}>
        {all.filter(({ week }) => week <= period.to).map(({ week }) => <option key={week} value={week}>{dayInWords(week)}</option>)}
      </select>
      <label htmlFor={toId}>{say('to the week that ends')}</label>
      <select id={toId} value={period.to} onChange={(event) => { go(period.from, event.target.value); }}>
        {all.filter(({ week }) => week >= period.from).map(({ week }) => <option key={week} value={week}>{dayInWords(addDays(week, 6))}</option>)}
      </select>
      {whole ? null : <PlaceLink to={here} view={viewOf({})}>{say('All {all, number} weeks', { all: all.length })}</PlaceLink>}
    </div>
  );
}
