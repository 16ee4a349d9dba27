import { repeatSentence, type RepeatEscape, type RepeatEscapes } from '#core/release/repeat-escapes.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import { kindFilter, repeatFilter } from '#web/features/river/repeat-filter.ts';
import { Card } from '#web/ui/Card.tsx';
import { CsvLink, type DataRows } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/place/place.css';

/** Rows shown before the rest stands behind a disclosure. */
const SHOWN = 8;
/** Squares drawn at most; the number stands beside them. */
const SQUARES = 12;
const STEP = 9;

/** Kinds of defect that got past their stage again after one had been fixed. The one found last first: an order of time, not of teams. */
export function RepeatsCard({ repeats, where }: { repeats: RepeatEscapes; where: string }) {
  const names = namesOf(usePicture());
  const serviceName = (id: string): string => names.service(id)?.name ?? id;
  const { rows, total } = repeats;
  const [first, rest] = [rows.slice(0, SHOWN), rows.slice(SHOWN)];
  return (
    <Card
      className="span-12"
      headline={repeatSentence(repeats, names.teamName, serviceName)}
      subtitle={say('{where}. One line: a kind of defect in what one team made of one service. A square: one that got in after the first was fixed. The one found last first', { where })}
    >
      {rows.length === 0 ? <Empty>{say('None found: a kind counts once one of it was fixed, and only where both stages are recorded.')}</Empty> : (
        <>
          <Repeats rows={first} where={where} serviceName={serviceName} />
          {rest.length === 0 ? null : <details className="data-table"><summary>{say('{more, plural, one {# more kind} other {# more kinds}}', { more: rest.length })}</summary><Repeats rows={rest} where={where} serviceName={serviceName} /></details>}
          {total > rows.length ? <p className="sub">{say('The {shown, number} found last of {total, number} kinds.', { shown: rows.length, total })}</p> : null}
          <p className="river-csv"><CsvLink data={csvRows(rows, where, serviceName, names.teamName)} /></p>
        </>
      )}
    </Card>
  );
}

function Repeats({ rows, where, serviceName }: { rows: readonly RepeatEscape[]; where: string; serviceName: (id: string) => string }) {
  return (
    <table className="place-table place-table--stack">
      <caption className="visually-hidden">{say('Kinds of defect that escaped again after a fix, {where}', { where })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('Kind')}</th><th scope="col">{say('Service')}</th><th scope="col">{say('Introduced by')}</th><th scope="col">{say('First fixed on')}</th>
          <th scope="col" className="numeric">{say('Again since')}</th><th scope="col" className="numeric">{say('All of the kind')}</th><th scope="col">{say('Last found on')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.serviceId} ${row.kind} ${row.introducedTeamId ?? ''}`}>
            <th scope="row">{row.kind}</th>
            <td data-label={say('Service')}>{serviceName(row.serviceId)}</td>
            <td data-label={say('Introduced by')}>{row.introducedTeamId === null ? <span className="not-measured">{say('Not recorded')}</span> : <TeamLink id={row.introducedTeamId} />}</td>
            <td data-label={say('First fixed on')}><DateText when={row.firstFixedOn} /></td>
            <td data-label={say('Again since')} className="numeric">
              <CountLink count={row.again} filter={repeatFilter(row)} of={say('{kind} in {service}, got in after {day}', { kind: row.kind, service: serviceName(row.serviceId), day: row.firstFixedOn })} />
              <svg className="place-table__bar" width={SQUARES * STEP} height={8} aria-hidden="true" focusable="false" style={{ marginInlineStart: 'auto' }}>
                {Array.from({ length: Math.min(SQUARES, row.again) }, (_, index) => <rect key={index} x={(SQUARES - 1 - index) * STEP} width={7} height={7} />)}
              </svg>
            </td>
            <td data-label={say('All of the kind')} className="numeric"><CountLink count={row.escapes} filter={kindFilter(row)} of={say('{kind} in {service}, past the stage that made it', { kind: row.kind, service: serviceName(row.serviceId) })} /></td>
            <td data-label={say('Last found on')}><DateText when={row.lastOn} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function csvRows(rows: readonly RepeatEscape[], where: string, serviceName: (id: string) => string, teamName: (id: string) => string): DataRows {
  return {
    caption: say('Kinds of defect that escaped again after a fix, {where}', { where }),
    file: 'repeat-escapes',
    columns: [{ label: say('Kind') }, { label: say('Service') }, { label: say('Introduced by') }, { label: say('First fixed on') }, { label: say('Again since'), numeric: true }, { label: say('All of the kind'), numeric: true }, { label: say('Last found on') }],
    rows: rows.map((row) => [
      { value: row.kind }, { value: serviceName(row.serviceId) }, { value: row.introducedTeamId === null ? null : teamName(row.introducedTeamId) }, { value: row.firstFixedOn },
      { value: row.again }, { value: row.escapes }, { value: row.lastOn },
    ]),
  };
}
