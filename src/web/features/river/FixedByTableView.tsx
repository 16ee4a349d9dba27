import { say } from '#language/say.ts';
import { fixedByTable, type FixedByTable, type TeamGroup } from '#core/release/fixed-by-table.ts';
import type { TeamCount } from '#core/release/river-counts.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { CsvLink, type DataRows } from '#web/ui/DataTable.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import type { FindingListFilter } from '#web/url/finding-filter.ts';
import '#web/features/river/river.css';

/** Pixels of the widest bar of a cell. Something is something: the shortest bar that is drawn. */
const CELL = 44;
const SHORTEST = 2;
/** Pixels of the names of the teams, and of each column at least. */
const NAMES = 150;
const COLUMN = 74;

/** Introduced by x fixed by, all bars on one scale; outlined where a team fixed its own. It is a table, and stands in for its own data. */
export function FixedByTableView({ counts, place, where }: { counts: readonly TeamCount[]; place: RiverPlace; where: string }) {
  const { teamName } = namesOf(usePicture());
  const table = fixedByTable(counts, teamName);
  if (table.total === 0) return null;
  const caption = say('Fixes that name a team, by the team that introduced the defect and the team that fixed it, {where}', { where });
  return (
    <>
      <h3 className="river-part">{fixedBySentence(table)}</h3>
      <p className="sub">{say('Each line: what a team introduced, by who fixed it. Outlined: the team fixed its own. All bars on one scale')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll has to be reachable by keyboard */}
      <section className="place-table__scroll passed-scroll" aria-label={say('Introduced by and fixed by, by team')} tabIndex={0}>
        <table className="place-table passed-table fixed-by" style={{ minWidth: NAMES + COLUMN * (table.columns.length + 1) }}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr><th scope="col" rowSpan={2} className="fixed-by__names">{say('Introduced by')}</th><th scope="colgroup" colSpan={table.columns.length + 1}>{say('Fixed by')}</th></tr>
            <tr>
              {table.columns.map((column) => <th key={keyOf(column)} scope="col" className="numeric">{groupName(column, teamName)}</th>)}
              <th scope="col" className="numeric">{say('All')}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => <Line key={keyOf(row)} row={row} at={at} table={table} place={place} />)}
            <tr>
              <th scope="row"><b>{say('All')}</b></th>
              {table.columns.map((column, index) => (
                <td key={keyOf(column)} className="numeric"><b><CountLink count={table.columnTotals[index] ?? 0} filter={{ ...place, ...fixedBy(column), openOnly: false }} of={say('fixed by {column}', { column: groupName(column, teamName) })} /></b></td>
              ))}
              <td className="numeric"><b><CountLink count={table.total} filter={{ ...place, fixNamesTeam: true, openOnly: false }} of={say('fixed by a team on record')} /></b></td>
            </tr>
          </tbody>
        </table>
      </section>
      <p className="river-csv"><CsvLink data={csvRows(table, caption, teamName)} /></p>
    </>
  );
}

function Line({ row, at, table, place }: { row: TeamGroup; at: number; table: FixedByTable; place: RiverPlace }) {
  const { teamName } = namesOf(usePicture());
  const name = groupName(row, teamName);
  const [teamId] = row.teamIds;
  return (
    <tr className={row.kind === 'none' ? 'passed-table__untraced' : undefined}>
      <th scope="row">{row.kind === 'team' && teamId !== undefined ? <TeamLink id={teamId} /> : row.kind === 'none' ? <span className="not-measured">{name}</span> : name}</th>
      {table.columns.map((column, index) => {
        const count = table.cells[at]?.[index] ?? 0;
        const width = count === 0 ? 0 : Math.max(SHORTEST, CELL * (count / table.widest));
        const own = row.kind === 'team' && column.kind === 'team' && column.teamIds[0] === teamId;
        return (
          <td key={keyOf(column)} className={`numeric${own ? ' passed-table__contained' : ''}`}>
            <CountLink count={count} filter={{ ...place, ...introducedBy(row), ...fixedBy(column), openOnly: false }} of={say('introduced by {name}, fixed by {column}', { name, column: groupName(column, teamName) })} />
            <svg className="passed-table__bar" width={CELL} height={6} aria-hidden="true" focusable="false"><rect x={CELL - width} width={width} height={6} /></svg>
          </td>
        );
      })}
      <td className="numeric"><CountLink count={table.rowTotals[at] ?? 0} filter={{ ...place, ...introducedBy(row), fixNamesTeam: true, openOnly: false }} of={say('introduced by {name}, fixed by a team on record', { name })} /></td>
    </tr>
  );
}

/** `Of 48 fixes that name a team, 12 were made by another team than the one that introduced the defect`. */
function fixedBySentence({ total, own }: FixedByTable): string {
  const other = total - own;
  if (other === 0) return say('{total, plural, one {The one fix that names a team was made by the team that introduced the defect} other {All # fixes that name a team were made by the team that introduced the defect}}', { total });
  return say('Of {total, plural, one {# fix} other {# fixes}} that name a team, {other, number} {other, plural, one {was} other {were}} made by another team, or of a defect no team is recorded for', { total, other });
}

function introducedBy({ kind, teamIds }: TeamGroup): FindingListFilter {
  return kind === 'none' ? { introducedTeamId: null } : kind === 'others' ? { introducedTeamIds: teamIds } : { introducedTeamId: teamIds[0] };
}

function fixedBy({ kind, teamIds }: TeamGroup): FindingListFilter {
  return kind === 'others' ? { fixedTeamIds: teamIds } : { fixedTeamId: teamIds[0] };
}

function groupName({ kind, teamIds }: TeamGroup, nameOf: (teamId: string) => string): string {
  return kind === 'none' ? say('Not recorded') : kind === 'others' ? say('{teams, plural, one {# more team} other {# more teams}}', { teams: teamIds.length }) : nameOf(teamIds[0] ?? '');
}

function keyOf({ kind, teamIds }: TeamGroup): string {
  return kind === 'team' ? `team/${teamIds[0] ?? ''}` : kind;
}

function csvRows(table: FixedByTable, caption: string, nameOf: (teamId: string) => string): DataRows {
  return {
    caption,
    file: 'introduced-by-fixed-by',
    columns: [{ label: say('Introduced by') }, ...table.columns.map((column) => ({ label: say('Fixed by {column}', { column: groupName(column, nameOf) }), numeric: true })), { label: say('All'), numeric: true }],
    rows: table.rows.map((row, at) => [{ value: groupName(row, nameOf) }, ...(table.cells[at] ?? []).map((value) => ({ value })), { value: table.rowTotals[at] ?? 0 }]),
  };
}
