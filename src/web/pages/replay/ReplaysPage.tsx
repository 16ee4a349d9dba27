import { useQuery } from '@tanstack/react-query';
import { dayInWords } from '#core/time.ts';
import type { CaseSummary } from '#core/replay/case-view.ts';
import { mixOfBasis } from '#core/replay/case-words.ts';
import { atStart, inWords } from '#core/picture/sentences/prose.ts';
import { listed } from '#language/lists.ts';
import { say } from '#language/say.ts';
import { endpointQuery } from '#web/api/request.ts';
import { OwnFileCard, WhatItShowsCard } from '#web/pages/replay/OwnFile.tsx';
import { TroubleList } from '#web/pages/replay/TroubleList.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, ErrorCard, Loading } from '#web/ui/states.tsx';
import '#web/pages/replay/replay.css';
import { Said } from '#web/ui/Said.tsx';

/** Documented breaches with what a replay of each shows, and the controls beside them. */
export function ReplaysPage() {
  const query = useQuery(endpointQuery('caseList', {}, {}));
  if (query.data === undefined) {
    return (
      <>
        <div className="page-head"><PageTitle>{say('Replay a breach')}</PageTitle></div>
        {query.error === null ? <Loading what={say('the cases')} /> : <ErrorCard what={say('The cases')} error={query.error} retry={() => { void query.refetch(); }} />}
      </>
    );
  }
  const { cases, troubles } = query.data;
  return (
    <>
      <div className="page-head">
        <PageTitle>{titleOf(cases)}</PageTitle>
        <p className="lede">{say('What would have been up, on which day, from what was on record by then. Choose a case and move through its days.')}</p>
      </div>
      <TroubleList troubles={troubles} what="file" />
      {cases.length === 0 ? <Empty><Said message="No case file is in <code>public/cases/</code>." values={{ code: (words) => <code>{words}</code> }} /></Empty> : (
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
  if (cases.length === 0) return say('No documented case to replay');
  const told = cases.length - breaches - controls;
  const parts = [say('{spelled} {count, plural, one {breach} other {breaches}} replayed day by day', { spelled: atStart(breaches), count: breaches })];
  if (controls > 0) parts.push(say('{count, plural, one {one control beside} other {{spelled} controls beside them}}', { count: controls, spelled: inWords(controls) }));
  if (told > 0) parts.push(say('{spelled} told in words', { spelled: inWords(told) }));
  return parts.join('; ');
}

function CaseCard({ of, cases }: { of: CaseSummary; cases: readonly CaseSummary[] }) {
  const { id, title, sentence, basisMix, legalStatus, from, to, breaches, checks, kind, besideIds } = of;
  const beside = cases.filter((other) => besideIds.includes(other.id));
  return (
    <Card
      headline={<PlaceLink to={{ page: 'replay', case: id }}>{title}</PlaceLink>}
      subtitle={<>
        {kind === 'control' ? <strong>{beside.length === 0 ? say('Control.') : say('Control beside {cases}.', { cases: listed(beside.map((other) => other.title)) })}{' '}</strong> : null}
        {breaches.length === 0 ? null : <>{say('Breach: {days}.', { days: breaches.map(({ words }) => words).join(', ') })}{' '}</>}
        {from === null || to === null ? null : say('Replayed from {from} to {to}.', { from: dayInWords(from), to: dayInWords(to) })}
      </>}
    >
      <p className="replay-list__sentence">{sentence}</p>
      <p className="sub">
        {basisMix.length === 0 ? say('No facts named.') : say('Facts: {mix}.', { mix: mixOfBasis(basisMix) })}{' '}
        {checks.count === 0 ? null : say('{asExpected, number} of {count, plural, one {# check} other {# checks}} as the case expects.', { asExpected: checks.asExpected, count: checks.count })}
      </p>
      {legalStatus === null ? null : <p className="sub"><Said message="Standing: {words}" values={{ words: <span className="replay-quote">{legalStatus}</span> }} /></p>}
    </Card>
  );
}
