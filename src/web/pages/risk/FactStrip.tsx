import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { limitWords, ownerWords } from '#web/features/risk-list/missing-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { SpokenText } from '#web/ui/SpokenText.tsx';

/** The four names a colour hides: who shipped it, who runs it, who decides, and who could. */
export function FactStrip({ risk }: { risk: RiskRow }) {
  return (
    <dl className="fact-strip">
      <ShippedBy risk={risk} />
      <RunBy risk={risk} />
      <Decides risk={risk} />
      <Lowest risk={risk} />
    </dl>
  );
}

function Fact({ term, name, children }: { term: string; name: ReactNode; children: ReactNode }) {
  return (
    <div className="fact-strip__fact">
      <dt className="sub">{term}</dt>
      <dd><span className="fact-strip__name">{name}</span><span className="sub fact-strip__more">{children}</span></dd>
    </div>
  );
}

function ShippedBy({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const { shippedBy } = risk;
  if (shippedBy === null && risk.reached !== undefined) {
    return <Fact term={say('Shipped by')} name={<span className="muted">{say('Not told apart')}</span>}>{say('Findings reach it by a rule or their family; each says its own origin')}</Fact>;
  }
  if (shippedBy === null) return <Fact term={say('Shipped by')} name={<span className="muted">{say('Not traced')}</span>}>{say('No origin is on the record')}</Fact>;
  const stage = shippedBy.stageId === null ? null : namesOf(picture).stageName(shippedBy.stageId);
  const words = [
    shippedBy.version === null ? null : say('release {version}', { version: shippedBy.version }),
    shippedBy.at === null ? null : dayInWords(shippedBy.at),
    stage === null ? say('stage not recorded') : say('got in at {stage}', { stage }),
  ].filter((word) => word !== null);
  return <Fact term={say('Shipped by')} name={<TeamLink id={shippedBy.teamId} />}>{words.join(' · ')}</Fact>;
}

function RunBy({ risk }: { risk: RiskRow }) {
  const names = namesOf(usePicture());
  const services = risk.serviceIds.map((id) => names.service(id)?.name ?? id);
  const several = services.length > 3 ? say('{services} and {value, number} more', { services: services.slice(0, 2).join(', '), value: services.length - 2 }) : services.join(', ');
  return (
    <Fact term={say('Run by')} name={<TeamLink id={risk.owningTeamId} />}>
      {services.length === 0 ? say('No service is recorded') : several}
    </Fact>
  );
}

function Decides({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const limit = limitWords(picture, risk);
  const gap = risk.readiness !== 'can-decide-seen';
  return (
    <Fact
      term={say('Decides')}
      name={<span className="with-glyph"><OwnerGlyph readiness={risk.readiness} />{risk.ownerId === null ? <span>{say('No named owner')}</span> : <PersonLink id={risk.ownerId} />}</span>}
    >
      <span className={gap ? 'gap-text' : undefined}>
        <Proposed risk={risk} />{ownerWords(risk)}{limit === null ? null : <SpokenText> · {limit}</SpokenText>}
        {risk.lagRunning && risk.lagDays !== null && risk.ownerId !== null && risk.information.unseen > 0 ? <>{' · '}{say('{lagDays, plural, one {# day} other {# days}} behind the evidence', { lagDays: risk.lagDays })}</> : null}
      </span>
    </Fact>
  );
}

/** Who was asked to decide it and has not accepted yet: said beside who decides, never as if they did. */
function Proposed({ risk: { proposedOwner } }: { risk: RiskRow }) {
  if (proposedOwner === undefined) return null;
  const person = <PersonLink id={proposedOwner.personId} />;
  return (
    <>
      {proposedOwner.at === null
        ? <Said message="{person} is proposed, not yet accepted" values={{ person }} />
        : <Said message="{person} is proposed since {day}, not yet accepted" values={{ person, day: dayInWords(proposedOwner.at) }} />}
      {' · '}
    </>
  );
}

function Lowest({ risk }: { risk: RiskRow }) {
  const { personId, sentence } = risk.lowest;
  const found = risk.candidates.find((one) => one.personId === personId);
  if (personId === null) return <Fact term={say('Lowest person who can decide')} name={<span className="muted">{say('Nobody on the record')}</span>}>{sentence}</Fact>;
  return (
    <Fact term={say('Lowest person who can decide')} name={<PersonLink id={personId} />}>
      {found?.unlimited === true ? say('no limit stated') : null}
      {found?.limit === null || found === undefined || found.unlimited ? null : <><Said message="limit {money}" values={{ money: <MoneyText amount={found.limit} precision="exact" /> }} /></>}
      {found === undefined ? sentence : <> · {hops(found.hops)} · {seen(found.unseen)}</>}
    </Fact>
  );
}

function hops(count: number | null): string {
  if (count === null) return say('by grant, off the line');
  if (count === 0) return say('where the work is');
  return count === 1 ? say('one step up') : say('{count, number} steps up', { count });
}

function seen(unseen: number): string {
  if (unseen === 0) return say('has seen the evidence');
  return say('{unseen} {unseen, plural, one {piece has} other {pieces have}} not reached them', { unseen });
}
