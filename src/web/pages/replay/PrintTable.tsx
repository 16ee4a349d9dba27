import { dayInWords, type When } from '#core/time.ts';
import type { CaseView, FlagRow, ReplayView } from '#core/replay/case-view.ts';
import { behind, flagsOn } from '#core/replay/day-view.ts';
import { textAfter } from '#core/replay/counting-text.ts';
import { say } from '#language/say.ts';
import { leftOutWords } from '#web/pages/replay/FactText.tsx';

/** Flags whose chart leaves room for the head of the table on its page. */
const FITS_BELOW = 15;

/** On paper: every flag with what it said on the first day it was up, and each fact behind it with source and basis. */
export function PrintTable({ view, replay }: { view: CaseView; replay: ReplayView }) {
  return (
    <section className={`print-only replay-print${replay.flags.length > FITS_BELOW ? ' replay-print--page' : ''}`} aria-label={say('All flags')}>
      <table>
        <caption>{replay.flags.length === 0 ? say('No flag on any day from {from} to {to}', { from: dayInWords(replay.from), to: dayInWords(replay.to) }) : say('Every flag, its sentence on the first day it was up, and what it rested on')}</caption>
        <thead><tr><th scope="col">{say('Up since')}</th><th scope="col">{say('Days before the breach')}</th><th scope="col">{say('Flag and sentence')}</th><th scope="col">{say('Facts, source, basis')}</th></tr></thead>
        <tbody>
          {replay.flags.map((row) => (
            <tr key={row.key}>
              <td>{dayInWords(row.firstUp)}</td>
              <td>{row.daysBefore ?? (view.breaches.length === 0 ? say('no breach dated') : say('not before'))}</td>
              <td><strong>{row.title}</strong>{row.notAssessable ? <>{' '}{say('(cannot be assessed)')}</> : null}<br />{firstSentence(replay, row)}</td>
              <td><PrintFacts view={view} row={row} day={row.firstUp} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function firstSentence(replay: ReplayView, row: FlagRow): string {
  const [run] = row.runs;
  return flagsOn(replay, row.firstUp).find((each) => each.row.key === row.key)?.sentence ?? (run === undefined ? '' : textAfter(run.sentence, 0));
}

function PrintFacts({ view, row, day }: { view: CaseView; row: FlagRow; day: When }) {
  const base = behind(view, row, day);
  return (
    <ul>
      {base.facts.map(({ fact, tie }) => (
        <li key={fact.id}>{tie === 'same-date' ? <>{say('Same date:')}{' '}</> : null}{fact.dateWords}: <span className="replay-quote">{fact.text}</span>{fact.leftOut === 0 ? '' : ` ${leftOutWords(fact)}`} ({fact.sources.map(({ words }) => words).join('; ') || say('no source named')}; {fact.basis.words})</li>
      ))}
      {base.stated.map((entry) => <li key={entry.key}>{entry.text} ({entry.basis.words})</li>)}
    </ul>
  );
}
