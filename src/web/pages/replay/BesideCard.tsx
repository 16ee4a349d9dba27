import { useQuery } from '@tanstack/react-query';
import { dayInWords, type When } from '#core/time.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import type { CaseView } from '#core/replay/case-view.ts';
import { flagsOn, knownBy } from '#core/replay/day-view.ts';
import { endpointQuery } from '#web/api/request.ts';
import { EntryText, FactText } from '#web/pages/replay/FactText.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { ErrorCard, Loading } from '#web/ui/states.tsx';

const LATEST = 5;

/** Another case on the same day: what was up there, and what stood on record instead. */
export function BesideCard({ id, day }: { id: string; day: When }) {
  const query = useQuery(endpointQuery('caseReplay', { id }, {}));
  if (query.data === undefined) {
    return query.error === null ? <Loading what="the case beside it" /> : <ErrorCard what="The case beside it" error={query.error} retry={() => { void query.refetch(); }} />;
  }
  return <Beside view={query.data.case} day={day} />;
}

function Beside({ view, day }: { view: CaseView; day: When }) {
  const { replay } = view;
  if (replay === null) return null;
  const up = flagsOn(replay, day).length;
  const outside = day < replay.from || day > replay.to;
  const link = <PlaceLink to={{ page: 'replay', case: view.id }} view={outside ? {} : { day }}>{view.title}</PlaceLink>;
  if (outside) {
    return <Card headline={link} subtitle={`Replayed from ${dayInWords(replay.from)} to ${dayInWords(replay.to)}, so not on this day. ${view.sentence}`}>{null}</Card>;
  }
  const entries = knownBy(replay, day).filter(({ knownAt }) => knownAt !== null);
  const facts = view.facts.filter(({ from }) => from !== null && from <= day);
  return (
    <Card
      headline={up === 0 ? `Beside it on ${dayInWords(day)}: nothing raised` : `Beside it on ${dayInWords(day)}: ${counted(up, 'flag')} up`}
      subtitle={<>{link}. {view.sentence}</>}
    >
      <p className="replay-base__title">What was known there by then</p>
      <ul className="replay-known">{facts.map((fact) => <li key={fact.id}><FactText fact={fact} /></li>)}</ul>
      <p className="replay-base__title">On its record: the newest {Math.min(LATEST, entries.length)} of {counted(entries.length, 'entry', 'entries')}</p>
      <ul className="replay-known">
        {entries.slice(-LATEST).toReversed().map((entry) => <li key={entry.key}><span className="replay-fact__date">{entry.knownAt === null ? '' : `${dayInWords(entry.knownAt)}: `}</span><EntryText entry={entry} /></li>)}
      </ul>
    </Card>
  );
}
