import { dayInWords } from '#core/time.ts';
import type { CheckRow, ReplayView } from '#core/replay/case-view.ts';
import { messages, say } from '#language/say.ts';
import { Card } from '#web/ui/Card.tsx';
import { None } from '#web/ui/None.tsx';
import '#web/features/place/place.css';

const lackWords = messages({ authority: 'authority', information: 'information', both: 'authority and information', neither: 'neither' });

/** What the case asked of the rules before they were run, and what came of each. */
export function ChecksCard({ replay }: { replay: ReplayView }) {
  const { checks, failed, headline } = replay;
  const count = checks.length + (headline === null ? 0 : 1);
  const wrong = failed + (headline === null || headline.ok ? 0 : 1);
  if (count === 0) return null;
  return (
    <Card headline={wrong === 0 ? say('All {count, plural, one {# check} other {# checks}} of the case came out as it expects', { count }) : say('{wrong, number} of {count, plural, one {# check} other {# checks}} came out otherwise than the case expects', { wrong, count })} subtitle={say('The case file states them; the same checks run on the command line')}>
      <table className="place-table place-table--stack">
        <caption className="visually-hidden">{say('What the case expects and what the rules say')}</caption>
        <thead><tr><th scope="col">{say('Flag')}</th><th scope="col">{say('Expected')}</th><th scope="col">{say('First up')}</th><th scope="col">{say('Result')}</th><th scope="col">{say('In the words of the case')}</th></tr></thead>
        <tbody>
          {checks.map((check, index) => <Row key={`${check.about} ${index}`} check={check} />)}
          {headline === null ? null : (
            <tr>
              <th scope="row">{say('What is missing at {subject}', { subject: headline.subjectName })}</th>
              <td data-label={say('Expected')}>{say('{expected} on {day}', { expected: isLack(headline.expected) ? say(lackWords[headline.expected]) : headline.expected, day: dayInWords(headline.asOf) })}</td>
              <td data-label={say('Found')}>{headline.got === null ? say('not open') : say(lackWords[headline.got])}</td>
              <td data-label={say('Result')}>{resultWords(headline.ok)}</td>
              <td data-label={say('In the words of the case')}><None words={say('nothing more')} /></td>
            </tr>
          )}
        </tbody>
      </table>
    </Card>
  );
}

function Row({ check: { about, expected, got, ok, says } }: { check: CheckRow }) {
  const by = expected.startsWith('by ') ? say('by {day}', { day: dayInWords(expected.slice(3)) }) : say('on no day');
  return (
    <tr>
      <th scope="row">{about}</th>
      <td data-label={say('Expected')}>{by}</td>
      <td data-label={say('First up')}>{got === null ? say('on no day') : dayInWords(got)}</td>
      <td data-label={say('Result')}>{resultWords(ok)}</td>
      <td data-label={say('In the words of the case')}>{says === null ? null : <q className="replay-quote">{says}</q>}</td>
    </tr>
  );
}

function isLack(text: string): text is keyof typeof lackWords {
  return Object.hasOwn(lackWords, text);
}

function resultWords(ok: boolean): string {
  return ok ? say('as expected') : say('not as expected');
}
