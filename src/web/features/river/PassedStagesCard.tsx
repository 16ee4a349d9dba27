import type { ReactNode } from 'react';
import { passedSentence, passedStages, untracedSentence, type MadeAt, type PassedStages } from '#core/release/passed-stages.ts';
import type { RiverCounts, StageCount } from '#core/release/river-counts.ts';
import { stageOrder } from '#core/release/stage-order.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { PassedShareChart } from '#web/charts/passed-share/Chart.tsx';
import { passedShareLabel } from '#web/charts/passed-share/describe.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import { CsvLink } from '#web/ui/DataTable.tsx';
import { Said } from '#web/ui/Said.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import type { FindingListFilter } from '#web/url/finding-filter.ts';
import '#web/features/river/river.css';

/** Pixels of the widest bar of a cell, and of a bar of contained and escaped. */
const CELL = 40;
const STACK = 220;
/** Something is something: the shortest bar that is drawn. */
const SHORTEST = 2;
/** Pixels of the names of the stages, and of each column at least: room for the widest bar. */
const NAMES = 112;
const COLUMN = 58;

interface PassedStagesCardProps {
  counts: readonly StageCount[];
  /** Findings of the place without a recorded origin. */
  untraced: RiverCounts['untraced'];
  place: RiverPlace;
  where: string;
}

/** Made at x found at, all on the record; the number of a cell is the length of the list it opens. */
export function PassedStagesCard({ counts, untraced, place, where }: PassedStagesCardProps) {
  const picture = usePicture();
  const { stageName } = namesOf(picture);
  const processes = place.processId === undefined ? picture.processes : picture.processes.filter(({ id }) => id === place.processId);
  const table = passedStages(counts, stageOrder(processes.map(({ stages }) => stages.map(({ id }) => id))));
  const nameOf = (stageId: string | null): string => (stageId === null ? say('Not recorded') : stageName(stageId));
  const all = { ...place, openOnly: false };
  const traced = { ...all, afterShipping: false };
  const caption = say('Findings by the stage that made them and the stage that found them, {where}', { where });
  const known = (stageId: string): boolean => processes.some(({ stages }) => stages.some(({ id }) => id === stageId));
  const stageTo = (stageId: string) => (place.processId === undefined ? { page: 'process', process: stageId } as const : { page: 'stage', process: place.processId, stage: stageId } as const);
  const named = (stageId: string | null) => (stageId === null || !known(stageId) ? nameOf(stageId) : <PlaceLink to={stageTo(stageId)}>{nameOf(stageId)}</PlaceLink>);
  return (
    <Card className="span-12" headline={passedSentence(table, stageName)} subtitle={say('{where}, all findings on the record, fixed ones included. Outlined: found at the stage that made it', { where })}>
      {table.total === 0 ? <Empty>{say('None found on the record.')}</Empty> : (
        <>
          <p className="river-untraced">{untracedSentence(table)}</p>
          <p className="river-untraced">
            <Said
              message="No team and no release that introduced them is recorded, and they are not bought in: {open} open, {all} in all."
              values={{
                open: <CountLink count={untraced.open} filter={{ ...place, origin: 'untraced' }} of={say('open, without a recorded origin')} />,
                all: <CountLink count={untraced.all} filter={{ ...all, origin: 'untraced' }} of={say('without a recorded origin')} />,
              }}
            />
          </p>
          {table.rows.length === 0 ? null : <Contained table={table} filter={traced} nameOf={nameOf} />}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll has to be reachable by keyboard */}
          <section className="place-table__scroll passed-scroll" aria-label={say('Made at and found at, by stage')} tabIndex={0}>
            <table className="place-table passed-table" style={{ minWidth: NAMES + COLUMN * (table.columns.length + 1) }}>
              <caption className="visually-hidden">{caption}</caption>
              <thead>
                <tr><th scope="col" rowSpan={2}>{say('Made at')}</th><th scope="colgroup" colSpan={table.columns.length + 1}>{say('Found at')}</th></tr>
                <tr>
                  {table.columns.map((column) => <th key={column ?? ''} scope="col" className="numeric">{named(column)}</th>)}
                  <th scope="col" className="numeric">{say('All')}</th>
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => <MadeLine key={row.stageId} row={row} table={table} filter={traced} nameOf={nameOf} named={named(row.stageId)} />)}
                <OtherLine className="passed-table__untraced" name={say('Untraced')} of={say('stage of origin not recorded')} found={table.untraced} table={table} filter={{ ...traced, introducedStageId: null }} nameOf={nameOf} />
                {table.afterShipping.total === 0 ? null : (
                  <OtherLine className="passed-table__untraced" name={say('Public after shipping')} of={say('became public after the release that brought it had shipped')} found={table.afterShipping} table={table} filter={{ ...all, afterShipping: true }} nameOf={nameOf} />
                )}
                <tr>
                  <th scope="row"><b>{say('All')}</b></th>
                  {table.columns.map((column, index) => (
                    <td key={column ?? ''} className="numeric"><b><CountLink count={table.totals[index] ?? 0} filter={{ ...all, stageId: column }} of={say('found at {stage}', { stage: nameOf(column) })} /></b></td>
                  ))}
                  <td className="numeric"><b><CountLink count={table.total} filter={all} of={where} /></b></td>
                </tr>
              </tbody>
            </table>
          </section>
          <p className="river-csv"><CsvLink data={csvRows(table, caption, nameOf)} /></p>
        </>
      )}
    </Card>
  );
}

interface PartProps {
  table: PassedStages;
  filter: FindingListFilter;
  nameOf: (stageId: string | null) => string;
}

function MadeLine({ row, table, filter, nameOf, named }: PartProps & { row: MadeAt; named: ReactNode }) {
  const made = nameOf(row.stageId);
  return (
    <tr>
      <th scope="row">{named}</th>
      {table.columns.map((column, index) => {
        const count = row.found[index] ?? 0;
        const width = count === 0 ? 0 : Math.max(SHORTEST, CELL * (count / table.widest));
        return (
          <td key={column ?? ''} className={`numeric${column === row.stageId ? ' passed-table__contained' : ''}`}>
            <CountLink count={count} filter={{ ...filter, introducedStageId: row.stageId, stageId: column }} of={say('made at {made}, found at {found}', { made, found: nameOf(column) })} />
            <svg className="passed-table__bar" width={CELL} height={6} aria-hidden="true" focusable="false"><rect x={CELL - width} width={width} height={6} /></svg>
          </td>
        );
      })}
      <td className="numeric"><CountLink count={row.total} filter={{ ...filter, introducedStageId: row.stageId }} of={say('made at {stage}', { stage: made })} /></td>
    </tr>
  );
}

/** What no stage made as far as the record tells: shown, and left out of no total. */
function OtherLine({ className, name, of, found, table, filter, nameOf }: PartProps & { className: string; name: string; of: string; found: PassedStages['untraced'] }) {
  return (
    <tr className={className}>
      <th scope="row"><span className="not-measured">{name}</span></th>
      {table.columns.map((column, index) => (
        <td key={column ?? ''} className="numeric"><CountLink count={found.found[index] ?? 0} filter={{ ...filter, stageId: column }} of={say('{of}, found at {stage}', { of, stage: nameOf(column) })} /></td>
      ))}
      <td className="numeric"><CountLink count={found.total} filter={filter} of={of} /></td>
    </tr>
  );
}

/** One bar a stage: of what it made, the part it found itself and the part that got past it. */
function Contained({ table, filter, nameOf }: PartProps) {
  return (
    <table className="place-table place-table--stack contained-table">
      <caption className="visually-hidden">{say('Of the findings each stage made, those it found itself and those that got past it')}</caption>
      <thead><tr><th scope="col">{say('Stage that made it')}</th><th scope="col">{say('Found there, and got past')}</th><th scope="col" className="numeric">{say('Found there')}</th><th scope="col" className="numeric">{say('Got past')}</th></tr></thead>
      <tbody>
        {table.rows.filter((row) => row.contained + row.escaped > 0).map((row) => {
          const of = { ...filter, introducedStageId: row.stageId };
          const stage = nameOf(row.stageId);
          return (
            <tr key={row.stageId}>
              <th scope="row">{stage}</th>
              <td data-label={say('Found there, and got past')} className="contained-table__bar">
                <PassedShareChart kept={row.contained} past={row.escaped} width={STACK} label={passedShareLabel(row.contained, row.escaped, stage)} />
              </td>
              <td data-label={say('Found there')} className="numeric"><CountLink count={row.contained} filter={{ ...of, escaped: false }} of={say('made and found at {stage}', { stage })} /></td>
              <td data-label={say('Got past')} className="numeric"><CountLink count={row.escaped} filter={{ ...of, escaped: true }} of={say('made at {stage}, found at another stage', { stage })} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function csvRows(table: PassedStages, caption: string, nameOf: (stageId: string | null) => string) {
  const line = (name: string, found: readonly number[], total: number) => [{ value: name }, ...found.map((value) => ({ value })), { value: total }];
  return {
    caption,
    file: 'made-at-found-at',
    columns: [{ label: say('Made at') }, ...table.columns.map((column) => ({ label: say('Found at {stage}', { stage: nameOf(column) }), numeric: true })), { label: say('All'), numeric: true }],
    rows: [
      ...table.rows.map((row) => line(nameOf(row.stageId), row.found, row.total)),
      line(say('Untraced'), table.untraced.found, table.untraced.total),
      ...(table.afterShipping.total === 0 ? [] : [line(say('Public after shipping'), table.afterShipping.found, table.afterShipping.total)]),
    ],
  };
}
