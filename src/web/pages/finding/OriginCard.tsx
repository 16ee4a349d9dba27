import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { daysBetween } from '#core/time.ts';
import { confidenceWords, fixedWords, gotPastWords, introducedWords, madeAtWords, originHeadline, shippedWordsOf } from '#core/release/attribution-words.ts';
import type { TraceConfidence } from '#core/release/attribution.ts';
import type { FindingView } from '#contract/finding.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';
import '#web/ui/facts.css';

/** Where it got in, where it was found, and how it ended, each with what that rests on. A team and a stage, never a committer. */
export function OriginCard({ view }: { view: FindingView }) {
  const { finding, openAsOf, attribution: { introduced, madeAt, gotPast, found, fixed } } = view;
  const names = namesOf(usePicture());
  const isTraced = introduced.confidence !== 'offered' && introduced.confidence !== 'none';
  const shipped = shippedWordsOf(introduced);
  return (
    <Card
      className="span-6" headline={originHeadline(view.attribution, finding.external === true)}
      subtitle={say('Introduced, got past, found, fixed: a release, a team and a stage, never an individual. Below each: what it rests on, and how sure that makes it')}
    >
      <dl className="facts">
        <dt>{introduced.shipped === 'became-vulnerable' ? say('Brought by') : say('Introduced by')}</dt>
        <dd>{isTraced && introduced.teamId !== null ? <TeamLink id={introduced.teamId} /> : <NoTeam view={view} />}</dd>
        <dt>{say('In release')}</dt>
        <dd>
          {isTraced ? <Release view={view} /> : <span className="muted">{say('not traced')}</span>}
          <Rests on={introducedWords(introduced)} confidence={introduced.confidence} />
          {introduced.confidence === 'offered' && introduced.teamId !== null ? <p className="sub"><Said message="{team} shipped that release." values={{ team: <TeamLink id={introduced.teamId} /> }} /></p> : null}
          {shipped === undefined ? null : <p className="sub">{shipped}</p>}
        </dd>
        <dt>{say('Got in at')}</dt>
        <dd>{madeAt.stageId === null ? <Muted>{madeAt.method === 'after-shipping' ? say('no stage') : say('not traced')}</Muted> : names.stageName(madeAt.stageId)}<Rests on={madeAtWords(madeAt)} /></dd>
        <dt>{say('Got past')}</dt>
        <dd>{gotPast.stageId === null ? <Muted>{gotPast.method === 'none' ? say('not recorded') : say('no stage')}</Muted> : names.stageName(gotPast.stageId)}<Rests on={gotPastWords(gotPast)} /></dd>
        <dt>{say('Found at')}</dt>
        <dd>
          {found.stageId === null ? <Muted>{say('stage not recorded')}</Muted> : names.stageName(found.stageId)}
          {found.processTeamId === null ? null : <p className="sub"><Said message="{team} runs the release process." values={{ team: <TeamLink id={found.processTeamId} /> }} /></p>}
        </dd>
        <dt>{say('Found by')}</dt>
        <dd>{found.tool === null ? <Muted>{say('source not recorded')}</Muted> : found.tool}<p className="sub"><DateText when={finding.at} /></p></dd>
        <dt>{say('Fixed')}</dt>
        <dd>{openAsOf || finding.fixedAt === null ? say('not on this date') : <FixedOn view={view} fixedAt={finding.fixedAt} />}</dd>
        {fixed === null ? null : (
          <>
            <dt>{say('Fixed by')}</dt>
            <dd>
              {fixed.teamId === null || fixed.confidence === 'offered' ? <Muted>{say('not recorded')}</Muted> : <TeamLink id={fixed.teamId} />}
              <Rests on={fixedWords(fixed)} confidence={fixed.confidence} />
              {fixed.confidence === 'offered' && fixed.teamId !== null ? <p className="sub"><Said message="{team} owns the service." values={{ team: <TeamLink id={fixed.teamId} /> }} /></p> : null}
            </dd>
          </>
        )}
      </dl>
    </Card>
  );
}

/** What it rests on, and how sure that makes it. */
function Rests({ on, confidence }: { on: string; confidence?: TraceConfidence }) {
  return <p className="sub">{confidence === undefined ? null : <><b>{confidenceWords(confidence)}.</b>{' '}</>}{on}</p>;
}

function Muted({ children }: { children: ReactNode }) {
  return <span className="muted">{children}</span>;
}

function NoTeam({ view: { finding, attribution: { introduced } } }: { view: FindingView }) {
  if (finding.external === true) return say('a bought-in component');
  return <Muted>{introduced.releaseId === null || introduced.confidence === 'offered' ? say('not traced') : say('team not recorded')}</Muted>;
}

function Release({ view: { attribution: { introduced: { releaseId, version, shippedAt } } } }: { view: FindingView }) {
  if (releaseId === null) return <Muted>{say('not recorded')}</Muted>;
  const release = version ?? releaseId;
  return (
    <>
      <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ introducedReleaseId: releaseId, openOnly: false })} label={say('{release}: all findings it was the first to hold', { release })}>{release}</PlaceLink>
      {shippedAt === null ? null : <p className="sub"><Said message="Shipped {day}" values={{ day: <DateText when={shippedAt} /> }} /></p>}
    </>
  );
}

function FixedOn({ view: { finding }, fixedAt }: { view: FindingView; fixedAt: string }) {
  const values = { day: <DateText when={fixedAt} />, days: daysBetween(finding.at, fixedAt) };
  return finding.fixKind === 'shield'
    ? <Said message="{day}, after {days, plural, one {# day} other {# days}}, by a shield in front of it" values={values} />
    : <Said message="{day}, after {days, plural, one {# day} other {# days}}" values={values} />;
}
