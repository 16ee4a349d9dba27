import { passedSentence, passedStages, untracedSentence, type MadeAt, type PassedStages } from '#core/release/passed-stages.ts';
import type { StageCount } from '#core/release/river-counts.ts';
import { stageOrder } from '#core/release/stage-order.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/river/river.css';

/** Pixels of the widest bar of a cell, and of a bar of contained and escaped. */
const CELL = 40;
const STACK = 220;
/** Something is something: the shortest bar that is drawn. */
const SHORTEST = 2;
/** Pixels of the names of the stages, and of each column at least: room for the widest bar. */
const NAMES = 104;
const COLUMN = 58;

interface PassedStagesCardProps {
  counts: readonly StageCount[];
  place: RiverPlace;
  where: string;
}

/** Made at x found at, all on the record; the number of a cell is the length of the list it opens. */
export function PassedStagesCard({ counts, place, where }: PassedStagesCardProps) {
  const picture = usePicture();
  const { stageName } = namesOf(picture);
  const processes = place.processId === undefined ? picture.processes : picture.processes.filter(({ id }) => id === place.processId);
  const table = passedStages(counts, stageOrder(processes.map(({ stages }) => stages.map(({ id }) => id))));
  const nameOf = (stageId: string | null): string => (stageId === null ? 'Not recorded' : stageName(stageId));
  return (
    <Card className="span-12" headline={passedSentence(table, stageName)} subtitle={`${where}, all findings on the record, fixed ones included. Outlined: found at the stage that made it`}>
      {table.total === 0 ? <Empty>None found on the record.</Empty> : (
        <>
          <p className="river-untraced">{untracedSentence(table)}</p>
          {table.rows.length === 0 ? null : <Contained table={table} place={place} nameOf={nameOf} />}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll has to be reachable by keyboard */}
          <section className="place-table__scroll passed-scroll" aria-label="Made at and found at, by stage" tabIndex={0}>
            <table className="place-table passed-table" style={{ minWidth: NAMES + COLUMN * (table.columns.length + 1) }}>
              <caption className="visually-hidden">Findings by the stage that made them and the stage that found them, {where}</caption>
              <thead>
                <tr><th scope="col" rowSpan={2}>Made at</th><th scope="colgroup" colSpan={table.columns.length + 1}>Found at</th></tr>
                <tr>
                  {table.columns.map((column) => <th key={column ?? ''} scope="col" className="numeric">{nameOf(column)}</th>)}
                  <th scope="col" className="numeric">All</th>
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => <MadeLine key={row.stageId} row={row} table={table} place={place} nameOf={nameOf} />)}
                <tr className="passed-table__untraced">
                  <th scope="row"><span className="not-measured">Untraced</span></th>
                  {table.columns.map((column, index) => (
                    <td key={column ?? ''} className="numeric"><CountLink count={table.untraced.found[index] ?? 0} filter={{ ...place, introducedStageId: null, stageId: column, openOnly: false }} of={`stage of origin not recorded, found at ${nameOf(column)}`} /></td>
                  ))}
                  <td className="numeric"><CountLink count={table.untraced.total} filter={{ ...place, introducedStageId: null, openOnly: false }} of="stage of origin not recorded" /></td>
                </tr>
                <tr>
                  <th scope="row"><b>All</b></th>
                  {table.columns.map((column, index) => (
                    <td key={column ?? ''} className="numeric"><b><CountLink count={table.totals[index] ?? 0} filter={{ ...place, stageId: column, openOnly: false }} of={`found at ${nameOf(column)}`} /></b></td>
                  ))}
                  <td className="numeric"><b><CountLink count={table.total} filter={{ ...place, openOnly: false }} of={where} /></b></td>
                </tr>
              </tbody>
            </table>
          </section>
        </>
      )}
    </Card>
  );
}

interface PartProps {
  table: PassedStages;
  place: RiverPlace;
  nameOf: (stageId: string | null) => string;
}

function MadeLine({ row, table, place, nameOf }: PartProps & { row: MadeAt }) {
  return (
    <tr>
      <th scope="row">{nameOf(row.stageId)}</th>
      {table.columns.map((column, index) => {
        const count = row.found[index] ?? 0;
        const width = count === 0 ? 0 : Math.max(SHORTEST, CELL * (count / table.widest));
        return (
          <td key={column ?? ''} className={`numeric${column === row.stageId ? ' passed-table__contained' : ''}`}>
            <CountLink count={count} filter={{ ...place, introducedStageId: row.stageId, stageId: column, openOnly: false }} of={`made at ${nameOf(row.stageId)}, found at ${nameOf(column)}`} />
            <svg className="passed-table__bar" width={CELL} height={6} aria-hidden="true" focusable="false"><rect x={CELL - width} width={width} height={6} /></svg>
          </td>
        );
      })}
      <td className="numeric"><CountLink count={row.total} filter={{ ...place, introducedStageId: row.stageId, openOnly: false }} of={`made at ${nameOf(row.stageId)}`} /></td>
    </tr>
  );
}

/** One bar a stage: of what it made, the part it found itself and the part that got past it. */
function Contained({ table, place, nameOf }: PartProps) {
  return (
    <table className="place-table place-table--stack contained-table">
      <caption className="visually-hidden">Of the findings each stage made, those it found itself and those that got past it</caption>
      <thead><tr><th scope="col">Stage that made it</th><th scope="col">Found there, and got past</th><th scope="col" className="numeric">Found there</th><th scope="col" className="numeric">Got past</th></tr></thead>
      <tbody>
        {table.rows.filter((row) => row.contained + row.escaped > 0).map((row) => {
          const both = row.contained + row.escaped;
          const kept = (row.contained / both) * STACK;
          const of = { ...place, introducedStageId: row.stageId, openOnly: false };
          return (
            <tr key={row.stageId}>
              <th scope="row">{nameOf(row.stageId)}</th>
              <td data-label="Found there, and got past" className="contained-table__bar">
                <svg className="contained-bar" width={STACK} height={12} role="img" aria-label={`${row.contained} of ${counted(both, 'finding')} found at ${nameOf(row.stageId)} itself`} focusable="false">
                  <rect className="contained-bar__kept" x={0.5} y={0.5} width={Math.max(0, kept - 1)} height={11} />
                  <rect className="contained-bar__past" x={kept} width={STACK - kept} height={12} />
                </svg>
              </td>
              <td data-label="Found there" className="numeric"><CountLink count={row.contained} filter={{ ...of, escaped: false }} of={`made and found at ${nameOf(row.stageId)}`} /></td>
              <td data-label="Got past" className="numeric"><CountLink count={row.escaped} filter={{ ...of, escaped: true }} of={`made at ${nameOf(row.stageId)}, found at another stage`} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
