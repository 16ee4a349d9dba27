import type { StageCount } from '#core/release/river-counts.ts';
import { passageSentence, stagePassage, type BesideStage } from '#core/release/stage-passage.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { PassedShareChart } from '#web/charts/passed-share/Chart.tsx';
import { passedShareLabel } from '#web/charts/passed-share/describe.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { Empty } from '#web/ui/states.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import type { FindingListFilter } from '#web/url/finding-filter.ts';
import '#web/features/river/river.css';

const WIDEST = 520;

interface StagePassageCardProps {
  counts: readonly StageCount[];
  /** Stages of the place, in order. */
  order: readonly string[];
  stageId: string;
  name: string;
  place: RiverPlace;
}

/** What was there to be found at a stage, what it made and where that was found, and what it found and where that was made. */
export function StagePassageCard({ counts, order, stageId, name, place }: StagePassageCardProps) {
  const { stageName } = namesOf(usePicture());
  const { ref, width } = useWidth<HTMLDivElement>(WIDEST);
  const passage = stagePassage(counts, order, stageId);
  const { upToHere, later, caught, letThrough, made, found } = passage;
  const nameOf = (id: string | null): string => (id === null ? say('Not recorded') : stageName(id));
  const all = { ...place, openOnly: false, afterShipping: false };
  const reached = { ...all, introducedStageIds: upToHere };
  const data: DataRows = {
    caption: say('What {stage} made, found and let through', { stage: name }),
    file: 'stage',
    columns: [{ label: say('Findings') }, { label: say('Other stage') }, { label: say('Count'), numeric: true }],
    rows: [
      [{ value: say('There to be found, found here') }, { value: null, shown: '–' }, { value: caught }],
      [{ value: say('There to be found, found later') }, { value: null, shown: '–' }, { value: letThrough }],
      ...passage.madeHere.map((row) => [{ value: say('Made here, found at') }, { value: nameOf(row.stageId) }, { value: row.count }]),
      ...passage.foundHere.map((row) => [{ value: say('Found here, made at') }, { value: nameOf(row.stageId) }, { value: row.count }]),
    ],
  };
  return (
    <Card className="span-12" headline={passageSentence(passage, name)} subtitle={say('All findings on the record, fixed ones included. There to be found: made at this stage or an earlier one, and found here or later; not what became public after it had shipped')} data={made + found === 0 ? undefined : data}>
      {made + found === 0 ? <Empty>{say('Where nothing is scanned there is nothing to find.')}</Empty> : (
        <>
          {caught + letThrough === 0 ? null : (
            <div ref={ref} className="stage-reach">
              <PassedShareChart kept={caught} past={letThrough} width={Math.min(WIDEST, width)} label={passedShareLabel(caught, letThrough, name)} />
              <p>
                <span className="stage-reach__mark stage-reach__mark--kept" aria-hidden="true" /> {say('found here')} <CountLink count={caught} filter={{ ...reached, stageId }} of={say('made at {stage} or earlier and found there', { stage: name })} />
                <span className="stage-reach__mark" aria-hidden="true" /> {say('found later')} <CountLink count={letThrough} filter={{ ...reached, stageIds: later }} of={say('made at {stage} or earlier and found later', { stage: name })} />
              </p>
            </div>
          )}
          {passage.afterShipping === 0 ? null : (
            <p className="river-untraced">{say('Found here after it had become public, later than it shipped, and in no figure above or below:')} <CountLink count={passage.afterShipping} filter={{ ...all, stageId, afterShipping: true }} of={say('found at {stage}, public only after shipping', { stage: name })} /></p>
          )}
          <div className="stage-ways">
            <Ways heading={say('Made here, by where it was found')} rows={passage.madeHere} total={made} nameOf={nameOf} here={stageId} hereWords={say('here: contained')}
              filterOf={(id) => ({ ...all, introducedStageId: stageId, stageId: id })} all={{ ...all, introducedStageId: stageId }} of={say('made at {stage}', { stage: name })} />
            <Ways heading={say('Found here, by where it was made')} rows={passage.foundHere} total={found} nameOf={nameOf} here={stageId} hereWords={say('here')}
              filterOf={(id) => ({ ...all, stageId, introducedStageId: id })} all={{ ...all, stageId }} of={say('found at {stage}', { stage: name })} />
          </div>
        </>
      )}
    </Card>
  );
}

interface WaysProps {
  heading: string;
  rows: readonly BesideStage[];
  total: number;
  nameOf: (id: string | null) => string;
  here: string;
  hereWords: string;
  filterOf: (id: string | null) => FindingListFilter;
  all: FindingListFilter;
  of: string;
}

const BAR = 120;
const SHORTEST = 2;

function Ways({ heading, rows, total, nameOf, here, hereWords, filterOf, all, of }: WaysProps) {
  const widest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className="place-table stage-way">
      <caption>{heading}</caption>
      <thead><tr><th scope="col">{say('Stage')}</th><th scope="col" className="numeric">{say('Findings')}</th></tr></thead>
      <tbody>
        {rows.map(({ stageId, count }) => (
          <tr key={stageId ?? ''}>
            <th scope="row">{stageId === null ? <span className="not-measured">{nameOf(null)}</span> : nameOf(stageId)}{stageId === here ? <span className="sub"> {hereWords}</span> : null}</th>
            <td className="numeric">
              <CountLink count={count} filter={filterOf(stageId)} of={say('{of}, {stage}', { of, stage: nameOf(stageId) })} />
              <svg className="passed-table__bar" width={BAR} height={6} aria-hidden="true" focusable="false"><rect x={BAR - Math.max(SHORTEST, BAR * (count / widest))} width={Math.max(SHORTEST, BAR * (count / widest))} height={6} /></svg>
            </td>
          </tr>
        ))}
        <tr><th scope="row"><b>{say('All')}</b></th><td className="numeric"><b><CountLink count={total} filter={all} of={of} /></b></td></tr>
      </tbody>
    </table>
  );
}
