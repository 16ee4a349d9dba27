import { lazy, Suspense, useId, useRef, useState } from 'react';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { RiskRow } from '#core/picture/picture.ts';
import { awayWords, useAway } from '#web/api/away-context.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { useViewDates } from '#web/url/use-address.ts';

const EstimateForm = lazy(async () => ({ default: (await import('#web/pages/risk/EstimateForm.tsx')).EstimateForm }));

/** Opens the two questions. The engine that answers them is loaded only then. */
export function EstimateAct({ risk }: { risk: RiskRow }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const reason = useId();
  const { asOf } = useViewDates();
  const pack = usePack();
  const away = useAway();
  const label = risk.exposure === null ? say('State how often and how much') : say('State the range again');
  if (pack !== undefined) return <p className="sub">{say('{label}: this is recorded in the live record, not in a pack.', { label })}</p>;
  if (asOf !== undefined) {
    return (
      <div className="act">
        <button type="button" className="act__button" disabled aria-describedby={reason}>{label}</button>
        <p id={reason} className="sub"><Said message="Off: the view is set to {date}, and a range is stated today." values={{ date: <DateText when={asOf} /> }} /></p>
      </div>
    );
  }
  if (away && !open) {
    return (
      <div className="act">
        <button type="button" className="act__button" disabled aria-describedby={reason}>{label}</button>
        <p id={reason} className="sub">{awayWords()}</p>
      </div>
    );
  }
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="act">
      <button ref={button} type="button" className="act__button" aria-expanded={open} onClick={() => { setOpen(!open); }}>{label}</button>
      {open ? <Suspense fallback={<p className="sub">{say('Loading the two questions …')}</p>}><EstimateForm risk={risk} close={close} /></Suspense> : null}
    </div>
  );
}
