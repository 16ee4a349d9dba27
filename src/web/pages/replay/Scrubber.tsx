import { useId, type KeyboardEvent } from 'react';
import { dayInWords, dayOf, isoDay } from '#core/time.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { daysToBreach, daySentence } from '#core/replay/case-words.ts';
import { daysLeft, flagsOn, stopBeside } from '#core/replay/day-view.ts';
import { say } from '#language/say.ts';
import { DateText } from '#web/ui/DateText.tsx';
import type { ChosenDay } from '#web/pages/replay/use-day.ts';

/** Chooses the day: a slider of days, buttons from event to event, and play. */
export function Scrubber({ view, replay, chosen }: { view: CaseView; replay: ReplayView; chosen: ChosenDay }) {
  const { day, settled, slide, go, playing, play } = chosen;
  const label = useId();
  const first = dayOf(replay.from);
  const span = dayOf(replay.to) - first;
  const most = Math.ceil(span / replay.step) * replay.step;
  const [before, after] = [stopBeside(replay, day, 'previous'), stopBeside(replay, day, 'next')];
  const onKey = (event: KeyboardEvent) => {
    const to = !event.shiftKey ? undefined : event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined;
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <section className="replay-scrubber screen-only" aria-label={say('The day')}>
      <p className="replay-scrubber__day" aria-hidden="true"><strong>{dayInWords(day)}</strong> <span>{wordsOf(view, replay, day)}</span></p>
      <output className="visually-hidden">{dayOf(day) === dayOf(settled) ? sentenceOf(view, replay, settled) : ''}</output>
      <div className="replay-scrubber__tools">
        <button type="button" className="tool" disabled={before === undefined} onClick={() => { if (before !== undefined) go(before); }}>{say('Previous event')}</button>
        <button type="button" className="tool" aria-pressed={playing} disabled={replay.stops.length < 2} onClick={() => { play(!playing); }}>{playing ? say('Pause') : say('Play')}</button>
        <label id={label} className="visually-hidden" htmlFor={`${label}-day`}>{say('Day of the replay')}</label>
        <span className="replay-scrubber__ends"><DateText when={replay.from} /></span>
        <input
          id={`${label}-day`} type="range" min={0} max={most} step={replay.step} disabled={span === 0}
          value={dayOf(day) === dayOf(replay.to) ? most : dayOf(day) - first}
          aria-valuetext={sentenceOf(view, replay, day)}
          onChange={(event) => { slide(isoDay(Math.min(first + Number(event.target.value), first + span))); }}
          onKeyDown={onKey}
        />
        <span className="replay-scrubber__ends"><DateText when={replay.to} /></span>
        <button type="button" className="tool" disabled={after === undefined} onClick={() => { if (after !== undefined) go(after); }}>{say('Next event')}</button>
      </div>
    </section>
  );
}

function sentenceOf(view: CaseView, replay: ReplayView, day: string): string {
  const [breach] = view.breaches;
  return daySentence(day, flagsOn(replay, day).length, breach === undefined ? undefined : { day: breach.day, before: daysLeft(day, breach.day) });
}

/** The sentence without its date, which stands large beside it. */
function wordsOf(view: CaseView, replay: ReplayView, day: string): string {
  const [breach] = view.breaches;
  const up = flagsOn(replay, day).length;
  const raised = up === 0 ? say('Nothing raised') : say('{count, plural, one {# flag} other {# flags}} up', { count: up });
  return breach === undefined ? raised : say('{raised}, {lead}', { raised, lead: daysToBreach(daysLeft(day, breach.day)) });
}
