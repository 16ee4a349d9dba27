import { dayInWords, type When } from '#core/time.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { knownBy } from '#core/replay/day-view.ts';
import { say } from '#language/say.ts';
import { EntryText, FactText } from '#web/pages/replay/FactText.tsx';

const LATEST = 5;

/** What stood on record by the end of a day, the newest first: what the rules had before them when they raised nothing. */
export function KnownByThen({ view, replay, day }: { view: CaseView; replay: ReplayView; day: When }) {
  const entries = knownBy(replay, day).filter(({ knownAt }) => knownAt !== null);
  const facts = view.facts.filter(({ from }) => from !== null && from <= day);
  return (
    <>
      <p className="replay-base__title">{facts.length > LATEST
        ? say('The newest {latest, number} of {count, plural, one {# fact} other {# facts}} known by then', { latest: LATEST, count: facts.length })
        : say('{count, plural, one {# fact} other {# facts}} known by then', { count: facts.length })}</p>
      <ul className="replay-known">{facts.slice(-LATEST).toReversed().map((fact) => <li key={fact.id}><FactText fact={fact} /></li>)}</ul>
      <p className="replay-base__title">{entries.length > LATEST
        ? say('The newest {latest, number} of {count, plural, one {# dated entry} other {# dated entries}} on its record', { latest: LATEST, count: entries.length })
        : say('{count, plural, one {# dated entry} other {# dated entries}} on its record', { count: entries.length })}</p>
      <ul className="replay-known">
        {entries.slice(-LATEST).toReversed().map((entry) => <li key={entry.key}><span className="replay-fact__date">{entry.knownAt === null ? '' : `${dayInWords(entry.knownAt)}: `}</span><EntryText entry={entry} /></li>)}
      </ul>
    </>
  );
}
