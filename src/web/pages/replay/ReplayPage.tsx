import { useQuery } from '@tanstack/react-query';
import type { CaseReplayAnswer } from '#contract/case.ts';
import { dayInWords } from '#core/time.ts';
import { basisWords } from '#core/replay/basis.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { mixWords } from '#core/replay/case-words.ts';
import { RequestProblem } from '#web/api/problem.ts';
import { endpointQuery } from '#web/api/request.ts';
import { FactsCard, LimitsCard, QuestionsCard, SourcesCard, WordingCard } from '#web/pages/replay/AboutCase.tsx';
import { BesideCard } from '#web/pages/replay/BesideCard.tsx';
import { ChecksCard } from '#web/pages/replay/ChecksCard.tsx';
import { FlagsOfDay } from '#web/pages/replay/FlagsOfDay.tsx';
import { KnownOfDay } from '#web/pages/replay/KnownOfDay.tsx';
import { OwnFileCard } from '#web/pages/replay/OwnFile.tsx';
import { PrintTable } from '#web/pages/replay/PrintTable.tsx';
import { Scrubber } from '#web/pages/replay/Scrubber.tsx';
import { TimelineCard } from '#web/pages/replay/TimelineCard.tsx';
import { TroubleList } from '#web/pages/replay/TroubleList.tsx';
import { useDay } from '#web/pages/replay/use-day.ts';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { ErrorCard, Loading } from '#web/ui/states.tsx';
import { usePlace } from '#web/url/use-address.ts';
import '#web/pages/replay/replay.css';

/** One documented breach day by day: what became known, which flags were up, what each rested on. */
export function ReplayPage() {
  const place = usePlace();
  const id = place?.page === 'replay' ? place.case : '';
  const query = useQuery(endpointQuery('caseReplay', { id }, {}));
  if (query.data !== undefined) return <Case answer={query.data} />;
  if (query.error instanceof RequestProblem && query.error.status === 404) {
    return (
      <>
        <div className="page-head">
          <PageTitle>Not found here: case {id}</PageTitle>
          <p className="lede">{query.error.message} {query.error.problem.remedy}</p>
        </div>
        <p>The nearest place above: <PlaceLink to={{ page: 'replays' }}>Replay a breach</PlaceLink>.</p>
      </>
    );
  }
  return (
    <>
      <div className="page-head"><PageTitle>Replay</PageTitle></div>
      {query.error === null ? <Loading what="the case" /> : <ErrorCard what="The case" error={query.error} retry={() => { void query.refetch(); }} />}
    </>
  );
}

function Case({ answer }: { answer: CaseReplayAnswer }) {
  const { case: view, file, troubles } = answer;
  return (
    <>
      <Head view={view} />
      <TroubleList troubles={troubles} what="row" />
      {view.replay === null
        ? (
          <div className="replay-column">
            <WordingCard view={view} />
            <About view={view} file={file} />
          </div>
        )
        : <Days key={view.id} view={view} replay={view.replay} file={file} />}
      <div className="replay-facts-row"><FactsCard view={view} /></div>
    </>
  );
}

function Head({ view }: { view: CaseView }) {
  const { title, sentence, breaches, breachMeans, discovered, disclosed, legalStatus, basisMix, replay } = view;
  return (
    <div className="page-head replay-head">
      <PageTitle>{title}</PageTitle>
      <p className="replay-head__sentence">{sentence}</p>
      <p className="lede">
        {breaches.length === 0 ? '' : `Breach: ${breaches.map(({ words }) => words).join(', ')}`}{breachMeans === null ? '' : `${breaches.length === 0 ? 'Breach: ' : ', '}`}{breachMeans === null ? null : <span className="replay-quote">{breachMeans}</span>}{breaches.length > 0 || breachMeans !== null ? '. ' : ''}
        {discovered === null ? '' : `Discovered ${discovered}. `}{disclosed === null ? '' : `Disclosed ${disclosed}. `}
        {basisMix.length === 0 ? '' : `Facts: ${mixWords(basisMix, basisWords)}. `}
        {legalStatus === null ? null : <>Standing: <span className="replay-quote">{legalStatus}</span>. </>}
        {replay === null || replay.step === 1 ? '' : `Looked at every ${replay.step} days.`}
      </p>
      {replay === null ? null : <p className="print-only">Replayed from {dayInWords(replay.from)} to {dayInWords(replay.to)}.</p>}
    </div>
  );
}

/** What surrounds the days: reasons for doubt, the six questions, sources, the command. */
function About({ view, file }: { view: CaseView; file: string }) {
  return (
    <>
      <LimitsCard view={view} />
      <QuestionsCard view={view} />
      <SourcesCard view={view} />
      <OwnFileCard file={file} className="screen-only" />
    </>
  );
}

function Days({ view, replay, file }: { view: CaseView; replay: ReplayView; file: string }) {
  const chosen = useDay(view, replay);
  return (
    <>
      <Scrubber view={view} replay={replay} chosen={chosen} />
      <div className="replay-days">
        <div className="replay-days__time"><TimelineCard view={view} replay={replay} day={chosen.day} /></div>
        <div className="replay-days__flags screen-only"><FlagsOfDay view={view} replay={replay} day={chosen.day} /></div>
        <PrintTable view={view} replay={replay} />
        <div className="replay-days__rest replay-column">
          <div className="screen-only replay-column">
            <KnownOfDay view={view} replay={replay} day={chosen.day} />
            {view.besideIds.map((id) => <BesideCard key={id} id={id} day={chosen.day} />)}
          </div>
          <ChecksCard replay={replay} />
          <About view={view} file={file} />
        </div>
      </div>
    </>
  );
}
