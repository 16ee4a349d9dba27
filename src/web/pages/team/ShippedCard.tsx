import { dayInWords } from '#core/time.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import type { River } from '#contract/river.ts';
import type { MedianDays, ShippedSpan } from '#core/release/river-counts.ts';
import { shippedSentence, shippedRows } from '#core/release/shipped-words.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import { Card } from '#web/ui/Card.tsx';
import { None } from '#web/ui/None.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';

type Shipped = NonNullable<River['shipped']>;

/** What a team and those below it shipped, against their own half year before; set beside no other team. */
export function ShippedCard({ team, shipped }: { team: TeamRow; shipped: Shipped }) {
  const { now, before, foundToDecided } = shipped;
  const all = { introducedTeamId: team.id, introducedSubteams: true, openOnly: false } as const;
  return (
    <Card
      className="span-12"
      headline={shippedSentence(shipped, team.name)}
      subtitle={`${team.name} against its own past: ${span(now)}, and ${span(before)} before it. A median says how many cases it rests on`}
      foot={<span>All it introduced, on the record: <CountLink count={shipped.introduced} filter={all} of={`introduced by ${team.name}`} /></span>}
    >
      <table className="place-table place-table--stack">
        <caption className="visually-hidden">What {team.name} shipped in two half years</caption>
        <thead><tr><th scope="col">Measure</th><th scope="col" className="numeric">Half year before</th><th scope="col" className="numeric">Last half year</th></tr></thead>
        <tbody>
          {shippedRows(before, now).map(({ what, before: held, latest }) => (
            <tr key={what}><th scope="row">{what}</th><td data-label="Half year before" className="numeric">{held ?? <NotMeasured />}</td><td data-label="Last half year" className="numeric">{latest ?? <NotMeasured />}</td></tr>
          ))}
          <tr><th scope="row">Median from shipped to found</th><Median label="Half year before" of={before.shippedToFound} /><Median label="Last half year" of={now.shippedToFound} /></tr>
          <tr><th scope="row">Median from found to fixed</th><Median label="Half year before" of={before.foundToFixed} /><Median label="Last half year" of={now.foundToFixed} /></tr>
          <tr><th scope="row">Median from found to the first decision, all on the record</th><td data-label="Half year before" className="numeric"><None words="not told apart by half year" /></td><Median label="All on the record" of={foundToDecided} /></tr>
        </tbody>
      </table>
    </Card>
  );
}

function Median({ label, of: { days, cases } }: { label: string; of: MedianDays }) {
  return <td data-label={label} className="numeric">{days === null ? <NotMeasured>No case</NotMeasured> : <>{counted(Math.round(days), 'day')} <span className="sub">of {counted(cases, 'case')}</span></>}</td>;
}

function span({ from, to }: ShippedSpan): string {
  return `${dayInWords(from)} to ${dayInWords(to)}`;
}
