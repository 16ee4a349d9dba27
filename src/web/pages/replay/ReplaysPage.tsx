import { useQuery } from '@tanstack/react-query';
import { dayInWords } from '#core/time.ts';
import { basisWords } from '#core/replay/basis.ts';
import type { CaseSummary } from '#core/replay/case-view.ts';
import { mixWords } from '#core/replay/case-words.ts';
import { atStart, counted, inWords } from '#core/picture/sentences/prose.ts';
import { endpointQuery } from '#web/api/request.ts';
import { OwnFileCard, WhatItShowsCard } from '#web/pages/replay/OwnFile.tsx';
import { TroubleList } from '#web/pages/replay/TroubleList.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';
import '#web/pages/replay/replay.css';

/** Documented breaches with what a replay of each shows, and the controls beside them. */
export function ReplaysPage() {
  const query = useQuery(endpointQuery('caseList', {}, {}));
  if (query.data === undefined) {
    return (
      <>
        <div className="page-head"><PageTitle>Replay a breach</PageTitle></div>
        {query.error === null ? <Loading what="the cases" /> : <ErrorCard what="The cases" error={query.error} retry={() => { void query.refetch(); }} />}
      </>
    );
  }
  const { cases, troubles } = query.data;
  return (
    <>
      <div className="page-head">
        <PageTitle>{titleOf(cases)}</PageTitle>
        <p className="lede">What would have been up, on which day, from what was on record by then. Choose a case and move through its days.</p>
      </div>
      <TroubleList troubles={troubles} what="file" />
      {cases.length === 0 ? <Empty>No case file is in <code>public/cases/</code>.</Empty> : (
        <ul className="replay-list">{cases.map((one) => <li key={one.id}><CaseCard of={one} cases={cases} /></li>)}</ul>
      )}
      <div className="grid place-grid">
        <div className="span-7"><WhatItShowsCard /></div>
        <div className="span-5"><OwnFileCard file={`${cases[0]?.id ?? 'our-case'}.json`} /></div>
      </div>
    </>
  );
}

function titleOf(cases: readonly CaseSummary[]): string {
  const [breaches, controls] = [cases.filter((one) => one.kind === 'breach').length, cases.filter((one) => one.kind === 'control').length];
  if (cases.length === 0) return 'No documented case to replay';
  const told = cases.length - breaches - controls;
  const parts = [`${atStart(breaches)} ${breaches === 1 ? 'breach' : 'breaches'} replayed day by day`];
  if (controls > 0) parts.push(controls === 1 ? 'one control beside' : `${inWords(controls)} controls beside them`);
  if (told > 0) parts.push(`${inWords(told)} told in words`);
  return parts.join('; ');
}

function CaseCard({ of, cases }: { of: CaseSummary; cases: readonly CaseSummary[] }) {
  const { id, title, sentence, basisMix, legalStatus, from, to, breaches, checks, kind, besideIds } = of;
  const beside = cases.filter((other) => besideIds.includes(other.id));
  return (
    <Card
      headline={<PlaceLink to={{ page: 'replay', case: id }}>{title}</PlaceLink>}
      subtitle={<>
        {kind === 'control' ? <strong>Control{beside.length === 0 ? '' : ` beside ${beside.map((other) => other.title).join(' and ')}`}. </strong> : null}
        {breaches.length === 0 ? '' : `Breach ${breaches.map(({ words }) => words).join(', ')}. `}
        {from === null || to === null ? '' : `Replayed from ${dayInWords(from)} to ${dayInWords(to)}. `}
      </>}
    >
      <p className="replay-list__sentence">{sentence}</p>
      <p className="sub">
        {basisMix.length === 0 ? 'No facts named' : `Facts: ${mixWords(basisMix, basisWords)}`}.
        {checks.count === 0 ? '' : ` ${checks.asExpected} of ${counted(checks.count, 'check')} as the case expects.`}
      </p>
      {legalStatus === null ? null : <p className="sub">Standing: <span className="replay-quote">{legalStatus}</span></p>}
    </Card>
  );
}
