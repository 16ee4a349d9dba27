import { useEffect, useRef } from 'react';
import type { MappingPreview } from '#contract/mapping.ts';
import { say } from '#language/say.ts';
import { ActRefusal } from '#web/features/acts/ActRefusal.tsx';

/** Risks listed by name; the rest are counted. */
const LISTED = 12;

/** Each name once: scanners report one rule in many places. */
function namesOf(first: MappingPreview['first']): string {
  const times = new Map<string, number>();
  for (const { title, service } of first) {
    const name = say('{title} ({service})', { title, service });
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].map(([name, count]) => (count === 1 ? name : say('{name}, {count, number} times', { name, count }))).join(' · ');
}

interface Props {
  preview: MappingPreview;
  pending: boolean;
  error: Error | null;
  record: () => void;
}

/** What a mapping would take, by number and by name, before it is recorded. Takes the focus when it arrives. */
export function MapPreview({ preview, pending, error, record }: Props) {
  const start = useRef<HTMLHeadingElement>(null);
  useEffect(() => { start.current?.focus(); }, []);
  const { risks, first, mapped, moved, withoutBefore, withoutAfter } = preview;
  const more = risks.length - LISTED;
  const unnamed = mapped + moved - first.length;
  return (
    <section className="map-preview" aria-label={say('What will be recorded')}>
      <h2 ref={start} tabIndex={-1} className="map-preview__head">{say('What will be recorded')}</h2>
      <p>{preview.sentence}</p>
      <p className="sub">{say('Open findings without a risk: {before, number} today, {after, number} with it. No range is stated: a count of findings says nothing about money.', { before: withoutBefore, after: withoutAfter })}</p>
      <ul className="map-preview__list">
        {risks.slice(0, LISTED).map((risk) => (
          <li key={risk.id}>
            <b>{risk.label}</b>: {say('{count, plural, one {# finding} other {# findings}}', { count: risk.findings })}
            {risk.isNew ? <span className="sub"> {risk.proposed === null ? say('new risk, nobody to propose as decision owner') : say('new risk, {person} proposed, not yet accepted', { person: risk.proposed.name })}</span> : null}
          </li>
        ))}
        {more > 0 ? <li>{say('and {count, plural, one {# more risk} other {# more risks}}', { count: more })}</li> : null}
      </ul>
      {first.length === 0 ? null : (
        <p className="sub">{say('Among them: {names}{more, plural, =0 {} one {, and # more} other {, and # more}}.', { names: namesOf(first), more: Math.max(0, unnamed) })}</p>
      )}
      <p className="sub">{say('One entry of the ledger; it can be taken back on the page of mappings.')}</p>
      {error === null ? null : <ActRefusal error={error} />}
      <div className="act-panel__acts">
        <button type="button" className="act__button act__button--main" disabled={pending} onClick={record}>{pending ? say('Recording …') : say('Record it')}</button>
      </div>
    </section>
  );
}
