import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type FormEvent } from 'react';
import { decimal } from '#language/numbers.ts';
import { messages, say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { addDays } from '#core/time.ts';
import { rangeMeaning, rangeRefusals } from '#core/exposure/range-entry.ts';
import { neighbourOf } from '#core/picture/neighbour.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { sendAct } from '#web/api/request.ts';
import { ActRefusal } from '#web/features/acts/ActRefusal.tsx';
import { useKeepReceipt } from '#web/features/acts/Receipts.tsx';
import { bodyOf, rangesOf, valuesOf, type EstimateValues } from '#web/pages/risk/estimate-values.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import '#web/features/acts/acts.css';
import '#web/pages/risk/estimate.css';

const sharing = messages({ service: 'on the same service', team: 'of the same team', process: 'through the same release process', category: 'of the same category' });
/** Half a year: two board quarters. */
const HOLDS_FOR_DAYS = 182;

/** Two questions, what the answers mean for a year, and who says so. */
export function EstimateForm({ risk, close }: { risk: RiskRow; close: () => void }) {
  const picture = usePicture();
  const client = useQueryClient();
  const keep = useKeepReceipt();
  const heading = useId();
  const start = useRef<HTMLHeadingElement>(null);
  const [values, setValues] = useState(() => valuesOf(risk, addDays(picture.asOf, HOLDS_FOR_DAYS).slice(0, 10)));
  const [borrowed, setBorrowed] = useState(false);
  const neighbour = useMemo(() => neighbourOf(picture, risk), [picture, risk]);
  useEffect(() => { start.current?.focus(); }, []);
  const change = (changed: Partial<EstimateValues>) => { setValues((held) => ({ ...held, ...changed })); };
  const act = useMutation({
    mutationFn: () => sendAct('exposureEstimate', { id: risk.id }, bodyOf(values)),
    onSuccess: async (receipt) => {
      keep(receipt);
      close();
      await client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  const ranges = rangesOf(values);
  const refused = ranges === undefined || rangeRefusals(ranges).length > 0;
  const people = picture.persons.filter(({ kind, inPost }) => kind === 'person' && inPost);
  return (
    <form className="act-panel estimate" aria-labelledby={heading} onSubmit={submit}>
      <h3 ref={start} id={heading} tabIndex={-1}>{say('Two questions about this risk')}</h3>
      {neighbour === undefined ? null : (
        <p className="sub"><Said message="A risk {shares}, “{risk}”, is stated as {neighbourRange}. <button>Start from it</button>" values={{ shares: say(sharing[neighbour.shares]), risk: neighbour.risk.label, neighbourRange: <NeighbourRange risk={neighbour.risk} />, button: (words) => <button type="button" className="act__button act__button--quiet" onClick={() => { change(valuesOf(neighbour.risk, values.validUntil, values)); setBorrowed(true); }}>{words}</button> }} /></p>
      )}
      {borrowed ? <p className="estimate__borrowed">{say('The figures below are those of another risk. Change what differs here.')}</p> : null}
      <fieldset>
        <legend>{say('How often a year does it happen? Nine times in ten the truth should be between')}</legend>
        <Typed label={say('at least')} value={values.rateLow} change={(rateLow) => { change({ rateLow }); }} hint={say('0.1 is once in ten years')} />
        <Typed label={say('at most')} value={values.rateHigh} change={(rateHigh) => { change({ rateHigh }); }} hint={say('2 is twice a year')} />
      </fieldset>
      <fieldset>
        <legend>{say('What does one time cost, all of it? Nine times in ten between')}</legend>
        <Typed label={say('at least, in {currency}', { currency: picture.currency })} value={values.low} change={(low) => { change({ low }); }} hint={say('such as 250k')} />
        <Typed label={say('at most, in {currency}', { currency: picture.currency })} value={values.high} change={(high) => { change({ high }); }} hint={say('such as 4M')} />
        <Typed label={say('never more than (if there is such an end)')} value={values.max} change={(max) => { change({ max }); }} />
      </fieldset>
      <Meaning values={values} />
      <fieldset>
        <legend>{say('Who says so, on what, and until when it holds')}</legend>
        <Chosen label={say('Estimated by')} value={values.estimatedBy} change={(estimatedBy) => { change({ estimatedBy }); }} options={[['', say('choose a person')], ...people.map(({ id, name }) => [id, name] as const)]} />
        <Chosen label={say('Trained on ranges and scored (calibrated)')} value={values.calibrated} change={(calibrated) => { change({ calibrated }); }} options={[['', say('not recorded')], ['yes', 'yes'], ['no', 'no']]} />
        <Typed label={say('Holds until')} type="date" value={values.validUntil} change={(validUntil) => { change({ validUntil }); }} />
        {risk.evidence.map((piece) => (
          <label key={piece.id} className="estimate__evidence"><input type="checkbox" checked={values.evidenceIds.includes(piece.id)} onChange={(event) => { change({ evidenceIds: event.target.checked ? [...values.evidenceIds, piece.id] : values.evidenceIds.filter((id) => id !== piece.id) }); }} /> {say('rests on: {piece}', { piece: piece.label })}</label>
        ))}
      </fieldset>
      {act.error === null ? null : <ActRefusal error={act.error} />}
      <div className="act-panel__acts">
        <button type="submit" className="act__button act__button--main" disabled={refused || values.estimatedBy === '' || act.isPending}>{act.isPending ? say('Recording …') : say('Record the range')}</button>
        <button type="button" className="act__button" onClick={close}>{say('Leave it')}</button>
      </div>
    </form>
  );
}

function NeighbourRange({ risk }: { risk: RiskRow }) {
  const { exposure } = risk;
  if (exposure === null) return null;
  return <><Said message="{money} to {money2}, {rateLow} to {rateHigh} times a year" values={{ money: <MoneyText amount={exposure.low} precision="exact" />, money2: <MoneyText amount={exposure.high} precision="exact" />, rateLow: decimal(exposure.rateLow ?? 0, 6), rateHigh: decimal(exposure.rateHigh ?? 0, 6) }} /></>;
}

/** What the engine makes of the ranges, or why it cannot; said politely to a screen reader as it changes. */
function Meaning({ values }: { values: EstimateValues }) {
  const { currency } = usePicture();
  const settled = useDeferredValue(values);
  const { ranges, refusals, meaning } = useMemo(() => {
    const stated = rangesOf(settled);
    if (stated === undefined) return { ranges: stated, refusals: [], meaning: undefined };
    return { ranges: stated, refusals: rangeRefusals(stated), meaning: rangeMeaning(stated, currency) };
  }, [settled, currency]);
  return (
    <div className="estimate__meaning" aria-live="polite">
      {ranges === undefined ? <p className="sub">{say('Fill in all four figures to see what they mean for a year.')}</p> : null}
      {refusals.map((refusal) => <p key={refusal}>{refusal}</p>)}
      {meaning === undefined ? null : <p><b>{meaning.sentence}</b></p>}
      {meaning?.warnings.map((warning) => <p key={warning}>{warning}</p>)}
    </div>
  );
}

function Typed({ label, value, change, hint, type = 'text' }: { label: string; value: string; change: (value: string) => void; hint?: string; type?: 'text' | 'date' }) {
  const id = useId();
  return (
    <p className="act-panel__field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} inputMode={type === 'text' ? 'decimal' : undefined} autoComplete="off" value={value} placeholder={hint} onChange={(event) => { change(event.target.value); }} />
    </p>
  );
}

function Chosen({ label, value, change, options }: { label: string; value: string; change: (value: string) => void; options: readonly (readonly [value: string, words: string])[] }) {
  const id = useId();
  return (
    <p className="act-panel__field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => { change(event.target.value); }}>
        {options.map(([key, words]) => <option key={key} value={key}>{words}</option>)}
      </select>
    </p>
  );
}
