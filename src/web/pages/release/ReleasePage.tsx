import { say } from '#language/say.ts';
import { blockingGates } from '#core/release/gate-standing.ts';
import { cellOf, notInformedCalls, withoutInformedCall, type Cell } from '#core/picture/roll-up.ts';
import type { ProcessRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { FlagLines } from '#web/features/place/FlagLines.tsx';
import { TallyText } from '#web/features/risk-list/TallyText.tsx';
import { RiverCards } from '#web/features/river/RiverCards.tsx';
import { GatesCard } from '#web/pages/release/GatesCard.tsx';
import { gateSentence, stoppingStages } from '#web/pages/release/gate-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { FindingsLink } from '#web/ui/FindingsLink.tsx';
import { None } from '#web/ui/None.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { FilterLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/place/place.css';

/** The release path: every process, what can stop a release in it, and what is open there. */
export function ReleasePage() {
  const picture = usePicture();
  const names = namesOf(picture);
  const { processes } = picture;
  const able = processes.filter((process) => stoppingStages(process, names).length > 0).length;
  const gates = blockingGates(picture);
  const flags = picture.otherFlags.filter((flag) => flag.subjectKind === 'process');
  return (
    <>
      <div className="page-head">
        <PageTitle>{processes.length === 0 ? say('No release process is on the record') : say('In {able, number} of {processes, plural, one {# release process} other {# release processes}} a named person can stop a release', { able, processes: processes.length })}</PageTitle>
        <p className="lede">{say('A gate that advises, or that nobody in post owns, cannot stop a release.')}</p>
      </div>
      <div className="grid">
        <Card className="span-12" headline={say('Release processes')} subtitle={say('What can stop a release, and open risks and findings of the services that ship by it')}>
          {processes.length === 0 ? <Empty>{say('Import a catalog that names release processes, or a workspace file.')}</Empty> : (
            <table className="place-table place-table--stack">
              <caption className="visually-hidden">{say('Release processes')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('Process')}</th><th scope="col">{say('Stages and gates')}</th><th scope="col">{say('Open risks')}</th>
                  <th scope="col">{say('Nobody’s informed call')}</th><th scope="col" className="numeric">{say('Open findings')}</th>
                </tr>
              </thead>
              <tbody>
                {processes.map((process) => <ProcessLine key={process.id} process={process} />)}
                <OtherLine name={say('Several processes')} cell={cellOf(picture, { severalProcesses: true })} />
                <OtherLine name={say('No process recorded')} cell={cellOf(picture, { noProcess: true })} />
              </tbody>
            </table>
          )}
        </Card>
        {gates.length === 0 ? null : <GatesCard gates={gates} without={processes.filter(({ id }) => gates.every(({ process }) => process.id !== id))} />}
        <RiverCards place={{}} where={say('All services')} />
        <Card className="span-12" headline={flags.length === 0 ? say('No condition about a release process is open') : say('Conditions about the release processes')} subtitle={say('From the rules about gates and stages')}>
          {flags.length === 0 ? <Empty>{say('None found.')}</Empty> : <FlagLines flags={flags} />}
        </Card>
      </div>
    </>
  );
}

function ProcessLine({ process }: { process: ProcessRow }) {
  const picture = usePicture();
  const cell = cellOf(picture, { processId: process.id });
  return (
    <tr>
      <th scope="row"><PlaceLink to={{ page: 'process', process: process.id }}>{process.name}</PlaceLink></th>
      <td data-label={say('Stages and gates')}>
        {process.stages.map((stage) => stage.name).join(' › ')}
        <span className="sub place-table__line">{gateSentence(process, namesOf(picture))}</span>
      </td>
      <RiskCells cell={cell} name={process.name} />
      <td data-label={say('Open findings')} className="numeric"><FindingsLink filter={{ processId: process.id }} of={process.name} /></td>
    </tr>
  );
}

/** Risks without one process of their own; left out where there are none. */
function OtherLine({ name, cell }: { name: string; cell: Cell }) {
  if (cell.summary.count === 0) return null;
  const findings = cell.filter.noProcess === true;
  return (
    <tr>
      <th scope="row"><FilterLink filter={cell.filter}>{name}</FilterLink></th>
      <td data-label={say('Stages and gates')}><span className="muted">{findings ? say('None recorded for their services') : say('Their services ship by different processes')}</span></td>
      <RiskCells cell={cell} name={name} />
      <td data-label={say('Open findings')} className="numeric">{findings ? <FindingsLink filter={{ noProcess: true }} of={name} /> : <None words={say('counted with each process')} />}</td>
    </tr>
  );
}

function RiskCells({ cell, name }: { cell: Cell; name: string }) {
  const { summary, filter } = cell;
  const gap = withoutInformedCall(summary);
  return (
    <>
      <td data-label={say('Open risks')}>
        {summary.count === 0 ? <None words={say('no open risk')} /> : <><FilterLink filter={filter} label={say('{count, plural, one {# open risk} other {# open risks}} of {name}', { count: summary.count, name })}>{summary.count}</FilterLink> <span className="sub"><TallyText tally={summary} /></span></>}
      </td>
      <td data-label={say('Nobody’s informed call')}>{gap.count === 0 ? <None words={say('none')} /> : <><FilterLink filter={{ ...filter, readiness: notInformedCalls }} label={say('{count, number} of {name}: nobody’s informed call', { count: gap.count, name })}>{gap.count}</FilterLink> <span className="sub"><TallyText tally={gap} /></span></>}</td>
    </>
  );
}
