import { dayInWords, type When } from '#core/time.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { becameKnown, stopBeside } from '#core/replay/day-view.ts';
import { say } from '#language/say.ts';
import { EntryText, FactText } from '#web/pages/replay/FactText.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';

/** What was new on a day: facts of the case, and entries of its record. */
export function KnownOfDay({ view, replay, day }: { view: CaseView; replay: ReplayView; day: When }) {
  const { facts, entries } = becameKnown(view, undefined, day);
  const count = facts.length + entries.length;
  const before = stopBeside(replay, day, 'previous');
  return (
    <Card headline={count === 0 ? say('Nothing new became known on {day}', { day: dayInWords(day) }) : say('{count, plural, one {# thing} other {# things}} became known on {day}', { count, day: dayInWords(day) })} subtitle={facts.some((fact) => fact.from !== fact.to) ? say('Where a source gives a month only, its first day stands for it') : undefined}>
      {count === 0
        ? <Empty>{before === undefined ? say('The replay begins here.') : say('The event before this day is on {before}.', { before: dayInWords(before) })}</Empty>
        : (
          <>
            {facts.length === 0 ? null : <ul className="replay-known">{facts.map((fact) => <li key={fact.id}><FactText fact={fact} dated={fact.from !== fact.to} /></li>)}</ul>}
            {entries.length === 0 ? null : <p className="replay-base__title">{say('Entered in the record of the case')}</p>}
            <ul className="replay-known">{entries.map((entry) => <li key={entry.key}><EntryText entry={entry} /></li>)}</ul>
          </>
        )}
    </Card>
  );
}
