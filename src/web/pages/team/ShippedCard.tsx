import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import { grouped } from '#core/picture/sentences/prose.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import type { ShippedSpan } from '#core/release/river-counts.ts';
import { escapedPer100, shippedSentence } from '#core/release/shipped-words.ts';
import type { River } from '#contract/river.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';

type Shipped = NonNullable<River['shipped']>;

/** What a team and those below it shipped, against their own half year before; set beside no other team. */
export function ShippedCard({ team, shipped }: { team: TeamRow; shipped: Shipped }) {
  const { now, before } = shipped;
  const all = { introducedTeamId: team.id, introducedSubteams: true, openOnly: false } as const;
  const within = ({ from, to }: ShippedSpan) => ({ ...all, foundFrom: from, foundTo: to });
  const found = (span: ShippedSpan): string => say('introduced by {team}, found from {from} to {to}', { team: team.name, from: dayInWords(span.from), to: dayInWords(span.to) });
  const measures: readonly { what: string; of: (span: ShippedSpan) => ReactNode }[] = [
    { what: say('Releases shipped, listed below'), of: ({ releases }) => grouped(releases) },
    { what: say('Findings it introduced, by the day they were found'), of: (span) => <CountLink count={span.introduced} filter={within(span)} of={found(span)} /> },
    { what: say('Of those, found at the stage that made them'), of: (span) => span.traced === 0 ? <NotMeasured /> : <CountLink count={span.traced - span.escaped} filter={{ ...within(span), escaped: false }} of={say('{span}, at the stage that made them', { span: found(span) })} /> },
    { what: say('Of those, got past the stage that made them'), of: (span) => span.traced === 0 ? <NotMeasured /> : <CountLink count={span.escaped} filter={{ ...within(span), escaped: true }} of={say('{span}, past the stage that made them', { span: found(span) })} /> },
    { what: say('Escaped findings per 100 releases'), of: (span) => { const rate = span.traced === 0 ? null : escapedPer100(span); return rate === null ? <NotMeasured /> : String(Math.round(rate * 10) / 10); } },
  ];
  return (
    <Card
      className="span-12"
      headline={shippedSentence(shipped, team.name)}
      subtitle={say('{team} against its own past: {now}, and {before} before it. A rate needs ten releases', { team: team.name, now: spanWords(now), before: spanWords(before) })}
      foot={<span><Said message="All it introduced, on the record: {count}" values={{ count: <CountLink count={shipped.introduced} filter={all} of={say('introduced by {team}', { team: team.name })} /> }} /></span>}
      data={useReleaseRows(team, shipped)}
    >
      <table className="place-table place-table--stack">
        <caption className="visually-hidden">{say('What {team} shipped in two half years', { team: team.name })}</caption>
        <thead><tr><th scope="col">{say('Measure')}</th><th scope="col" className="numeric">{say('Half year before')}</th><th scope="col" className="numeric">{say('Last half year')}</th></tr></thead>
        <tbody>
          {measures.map(({ what, of }) => (
            <tr key={what}><th scope="row">{what}</th><td data-label={say('Half year before')} className="numeric">{of(before)}</td><td data-label={say('Last half year')} className="numeric">{of(now)}</td></tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** The releases of both spans, newest first; of very many the newest. */
function useReleaseRows(team: TeamRow, { releases, now, before }: Shipped): DataRows | undefined {
  const names = namesOf(usePicture());
  if (releases.length === 0) return undefined;
  const all = now.releases + before.releases;
  return {
    caption: releases.length < all ? say('The newest {releases, number} of {all, number} releases of {team}', { releases: releases.length, all, team: team.name }) : say('Releases of {team} in both half years', { team: team.name }),
    file: 'releases',
    columns: [{ label: say('Release') }, { label: say('Service') }, { label: say('Shipped on') }, { label: say('Half year') }],
    rows: releases.map(({ id, version, serviceId, at }) => [
      { value: version ?? id }, { value: names.service(serviceId)?.name ?? serviceId }, { value: at.slice(0, 10), shown: dayInWords(at) },
      { value: at.slice(0, 10) >= now.from ? 'last' : 'before' },
    ]),
  };
}

function spanWords({ from, to }: ShippedSpan): string {
  return say('{from} to {to}', { from: dayInWords(from), to: dayInWords(to) });
}
