import type { ReactNode } from 'react';
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
  const found = (span: ShippedSpan): string => `introduced by ${team.name}, found from ${dayInWords(span.from)} to ${dayInWords(span.to)}`;
  const measures: readonly { what: string; of: (span: ShippedSpan) => ReactNode }[] = [
    { what: 'Releases shipped, listed below', of: ({ releases }) => grouped(releases) },
    { what: 'Findings it introduced, by the day they were found', of: (span) => <CountLink count={span.introduced} filter={within(span)} of={found(span)} /> },
    { what: 'Of those, found at the stage that made them', of: (span) => span.traced === 0 ? <NotMeasured /> : <CountLink count={span.traced - span.escaped} filter={{ ...within(span), escaped: false }} of={`${found(span)}, at the stage that made them`} /> },
    { what: 'Of those, got past the stage that made them', of: (span) => span.traced === 0 ? <NotMeasured /> : <CountLink count={span.escaped} filter={{ ...within(span), escaped: true }} of={`${found(span)}, past the stage that made them`} /> },
    { what: 'Escaped defects per 100 releases', of: (span) => { const rate = span.traced === 0 ? null : escapedPer100(span); return rate === null ? <NotMeasured /> : String(Math.round(rate * 10) / 10); } },
  ];
  return (
    <Card
      className="span-12"
      headline={shippedSentence(shipped, team.name)}
      subtitle={`${team.name} against its own past: ${spanWords(now)}, and ${spanWords(before)} before it. A rate needs ten releases`}
      foot={<span>All it introduced, on the record: <CountLink count={shipped.introduced} filter={all} of={`introduced by ${team.name}`} /></span>}
      data={useReleaseRows(team, shipped)}
    >
      <table className="place-table place-table--stack">
        <caption className="visually-hidden">What {team.name} shipped in two half years</caption>
        <thead><tr><th scope="col">Measure</th><th scope="col" className="numeric">Half year before</th><th scope="col" className="numeric">Last half year</th></tr></thead>
        <tbody>
          {measures.map(({ what, of }) => (
            <tr key={what}><th scope="row">{what}</th><td data-label="Half year before" className="numeric">{of(before)}</td><td data-label="Last half year" className="numeric">{of(now)}</td></tr>
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
    caption: releases.length < all ? `The newest ${grouped(releases.length)} of ${grouped(all)} releases of ${team.name}` : `Releases of ${team.name} in both half years`,
    file: 'releases',
    columns: [{ label: 'Release' }, { label: 'Service' }, { label: 'Shipped on' }, { label: 'Half year' }],
    rows: releases.map(({ id, version, serviceId, at }) => [
      { value: version ?? id }, { value: names.service(serviceId)?.name ?? serviceId }, { value: at.slice(0, 10), shown: dayInWords(at) },
      { value: at.slice(0, 10) >= now.from ? 'last' : 'before' },
    ]),
  };
}

function spanWords({ from, to }: ShippedSpan): string {
  return `${dayInWords(from)} to ${dayInWords(to)}`;
}
