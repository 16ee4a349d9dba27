import { dayInWords } from '#core/time.ts';
import type { CheckRow, ReplayView } from '#core/replay/case-view.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { Card } from '#web/ui/Card.tsx';
import { None } from '#web/ui/None.tsx';
import '#web/features/place/place.css';

const lackWords = { authority: 'authority', information: 'information', both: 'authority and information', neither: 'neither' } as const;

/** What the case asked of the rules before they were run, and what came of each. */
export function ChecksCard({ replay }: { replay: ReplayView }) {
  const { checks, failed, headline } = replay;
  const count = checks.length + (headline === null ? 0 : 1);
  const wrong = failed + (headline === null || headline.ok ? 0 : 1);
  if (count === 0) return null;
  return (
    <Card headline={wrong === 0 ? `All ${counted(count, 'check')} of the case came out as it expects` : `${wrong} of ${counted(count, 'check')} came out otherwise than the case expects`} subtitle="The case file states them; the same checks run on the command line">
      <table className="place-table place-table--stack">
        <caption className="visually-hidden">What the case expects and what the rules say</caption>
        <thead><tr><th scope="col">Flag</th><th scope="col">Expected</th><th scope="col">First up</th><th scope="col">Result</th><th scope="col">In the words of the case</th></tr></thead>
        <tbody>
          {checks.map((check, index) => <Row key={`${check.about} ${index}`} check={check} />)}
          {headline === null ? null : (
            <tr>
              <th scope="row">What is missing at {headline.subjectName}</th>
              <td data-label="Expected">{headline.expected} on {dayInWords(headline.asOf)}</td>
              <td data-label="Found">{headline.got === null ? 'not open' : lackWords[headline.got]}</td>
              <td data-label="Result">{resultWords(headline.ok)}</td>
              <td data-label="In the words of the case"><None words="nothing more" /></td>
            </tr>
          )}
        </tbody>
      </table>
    </Card>
  );
}

function Row({ check: { about, expected, got, ok, says } }: { check: CheckRow }) {
  const by = expected.startsWith('by ') ? `by ${dayInWords(expected.slice(3))}` : 'on no day';
  return (
    <tr>
      <th scope="row">{about}</th>
      <td data-label="Expected">{by}</td>
      <td data-label="First up">{got === null ? 'on no day' : dayInWords(got)}</td>
      <td data-label="Result">{resultWords(ok)}</td>
      <td data-label="In the words of the case">{says === null ? null : <q className="replay-quote">{says}</q>}</td>
    </tr>
  );
}

function resultWords(ok: boolean): string {
  return ok ? 'as expected' : 'not as expected';
}
