import { useQuery } from '@tanstack/react-query';
import type { CaseReplayAnswer } from '#contract/case.ts';
import { dayInWords } from '#core/time.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { mixOfBasis } from '#core/replay/case-words.ts';
import { say } from '#language/say.ts';
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
import { Said } from '#web/ui/Said.tsx';

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
          <PageTitle>{say('Not found here: case {id}', { id })}</PageTitle>
          <p className="lede">{query.error.message} {query.error.problem.remedy}</p>
        </div>
        <p><Said message="The nearest place above: <link>Replay a breach</link>." values={{ link: (words) => <PlaceLink to={{ page: 'replays' }}>{words}</PlaceLink> }} /></p>
      </>
    );
  }
  return (
    <>
      <div className="page-head"><PageTitle>{say('Replay')}</PageTitle></div>
      {query.error === null ? <Loading what={say('the case')} /> : <ErrorCard what={say('The case')} error={query.error} retry={() => { void query.refetch(); }} />}
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
  const { title, sentence, discovered, disclosed, legalStatus, basisMix, replay } = view;
  return (
    <div className="page-head replay-head">
      <PageTitle>{title}</PageTitle>
      <p className="replay-head__sentence">{sentence}</p>
      <p className="lede">
        <BreachWords view={view} />
        {discovered === null ? null : <>{say('Discovered {day}.', { day: discovered })}{' '}</>}
        {disclosed === null ? null : <>{say('Disclosed {day}.', { day: disclosed })}{' '}</>}
        {basisMix.length === 0 ? null : <>{say('Facts: {mix}.', { mix: mixOfBasis(basisMix) })}{' '}</>}
        {legalStatus === null ? null : <><Said message="Standing: {words}." values={{ words: <span className="replay-quote">{legalStatus}</span> }} />{' '}</>}
        {replay === null || replay.step === 1 ? null : say('Looked at every {step, plural, one {day} other {# days}}.', { step: replay.step })}
      </p>
      {replay === null ? null : <p className="print-only">{say('Replayed from {from} to {to}.', { from: dayInWords(replay.from), to: dayInWords(replay.to) })}</p>}
    </div>
  );
}

/** The dated breaches, and what the case means by one, in its own words. */
function BreachWords({ view: { breaches, breachMeans } }: { view: CaseView }) {
  const days = breaches.map(({ words }) => words).join(', ');
  const means = breachMeans === null ? null : <span className="replay-quote">{breachMeans}</span>;
  if (means === null) return days === '' ? null : <>{say('Breach: {days}.', { days })}{' '}</>;
  return <>{days === '' ? <Said message="Breach: {meaning}." values={{ meaning: means }} /> : <Said message="Breach: {days}, {meaning}." values={{ days, meaning: means }} />}{' '}</>;
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
