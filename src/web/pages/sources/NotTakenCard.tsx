import { say } from '#language/say.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Every row and file that was not taken: where, why, and what to do. */
export function NotTakenCard({ list: { notTaken, moreNotTaken } }: { list: SourceList }) {
  const total = notTaken.length + moreNotTaken;
  const whole = notTaken.filter((one) => one.whole).length;
  return (
    <Card
      id="not-taken" className="span-12"
      headline={total === 0 ? say('Everything that arrived was taken') : say('{total, plural, one {# line of what arrived was} other {# lines of what arrived were}} not taken', { total })}
      subtitle={total === 0 ? undefined : say('{whole, plural, =0 {No whole file was refused} one {# line refuses a whole file} other {# lines refuse a whole file}}; good rows stand on the record beside those listed here. The newest first', { whole })}
    >
      {total === 0 ? <Empty>{say('No row and no file was refused.')}</Empty> : (
        <RowsTable first={8} data={{
          caption: say('What was not taken, where, why, and what to do'), file: 'not-taken',
          columns: [{ label: say('File') }, { label: say('Place in the file') }, { label: say('Reason') }, { label: say('What to do') }, { label: say('Code') }, { label: say('Arrived') }, { label: say('Format') }, { label: say('By') }],
          rows: notTaken.map(({ file, place, reason, remedy, code, at, format, by, whole: isWhole }) => [
            { value: file }, { value: isWhole && place === 'file' ? say('whole file') : place }, { value: reason }, { value: remedy }, { value: code, shown: <code>{code}</code> },
            { value: at.slice(0, 10), shown: <DateText when={at} /> }, { value: format ?? say('not recognised') }, { value: by },
          ]),
        }} />
      )}
      {moreNotTaken === 0 ? null : <p className="sub">{say('{count, plural, one {# more line is} other {# more lines are}} counted and not listed.', { count: moreNotTaken })}</p>}
    </Card>
  );
}
