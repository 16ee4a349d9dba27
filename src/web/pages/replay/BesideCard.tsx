import { useQuery } from '@tanstack/react-query';
import { dayInWords, type When } from '#core/time.ts';
import type { CaseView } from '#core/replay/case-view.ts';
import { flagsOn } from '#core/replay/day-view.ts';
import { say } from '#language/say.ts';
import { endpointQuery } from '#web/api/request.ts';
import { KnownByThen } from '#web/pages/replay/KnownByThen.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { ErrorCard, Loading } from '#web/ui/states.tsx';

/** Another case on the same day: what was up there, and what stood on record instead. */
export function BesideCard({ id, day }: { id: string; day: When }) {
  const query = useQuery(endpointQuery('caseReplay', { id }, {}));
  if (query.data === undefined) {
    return query.error === null ? <Loading what={say('the case beside it')} as="card" /> : <ErrorCard what={say('The case beside it')} error={query.error} retry={() => { void query.refetch(); }} />;
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
    return <Card headline={link} subtitle={say('Replayed from {from} to {to}, so not on this day. {sentence}', { from: dayInWords(replay.from), to: dayInWords(replay.to), sentence: view.sentence })}>{null}</Card>;
  }
  return (
    <Card
      headline={up === 0 ? say('Beside it on {day}: nothing raised', { day: dayInWords(day) }) : say('Beside it on {day}: {up, plural, one {# flag} other {# flags}} up', { day: dayInWords(day), up })}
      subtitle={<>{link}. {view.sentence}</>}
    >
      <KnownByThen view={view} replay={replay} day={day} />
    </Card>
  );
}
