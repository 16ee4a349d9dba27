import { counted } from '#core/picture/sentences/prose.ts';
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
      headline={total === 0 ? 'Everything that arrived was taken' : `${counted(total, 'line')} of what arrived ${total === 1 ? 'was' : 'were'} not taken`}
      subtitle={total === 0 ? undefined : `${whole === 0 ? 'No whole file was refused' : `${counted(whole, 'line')} ${whole === 1 ? 'refuses' : 'refuse'} a whole file`}; good rows stand on the record beside those listed here. The newest first`}
    >
      {total === 0 ? <Empty>No row and no file was refused.</Empty> : (
        <RowsTable first={8} data={{
          caption: 'What was not taken, where, why, and what to do', file: 'not-taken',
          columns: [{ label: 'File' }, { label: 'Place' }, { label: 'Reason' }, { label: 'What to do' }, { label: 'Code' }, { label: 'Arrived' }, { label: 'Format' }, { label: 'By' }],
          rows: notTaken.map(({ file, place, reason, remedy, code, at, format, by, whole: isWhole }) => [
            { value: file }, { value: isWhole && place === 'file' ? 'whole file' : place }, { value: reason }, { value: remedy }, { value: code, shown: <code>{code}</code> },
            { value: at.slice(0, 10), shown: <DateText when={at} /> }, { value: format ?? 'not recognised' }, { value: by },
          ]),
        }} />
      )}
      {moreNotTaken === 0 ? null : <p className="sub">{counted(moreNotTaken, 'more line')} {moreNotTaken === 1 ? 'is' : 'are'} counted and not listed.</p>}
    </Card>
  );
}
