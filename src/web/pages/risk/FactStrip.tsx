import type { ReactNode } from 'react';
import { dayInWords } from '#core/time.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { limitWords, ownerWords } from '#web/features/risk-list/missing-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';

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
  if (shippedBy === null) return <Fact term="Shipped by" name={<span className="muted">Not traced</span>}>No origin is on the record</Fact>;
  const stage = shippedBy.stageId === null ? null : namesOf(picture).stageName(shippedBy.stageId);
  const words = [
    shippedBy.version === null ? null : `release ${shippedBy.version}`,
    shippedBy.at === null ? null : dayInWords(shippedBy.at),
    stage === null ? 'stage not recorded' : `got in at ${stage}`,
  ].filter((word) => word !== null);
  return <Fact term="Shipped by" name={<TeamLink id={shippedBy.teamId} />}>{words.join(' · ')}</Fact>;
}

function RunBy({ risk }: { risk: RiskRow }) {
  const names = namesOf(usePicture());
  const services = risk.serviceIds.map((id) => names.service(id)?.name ?? id);
  const several = services.length > 3 ? `${services.slice(0, 2).join(', ')} and ${services.length - 2} more` : services.join(', ');
  return (
    <Fact term="Run by" name={<TeamLink id={risk.owningTeamId} />}>
      {services.length === 0 ? 'No service is recorded' : several}
    </Fact>
  );
}

function Decides({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const limit = limitWords(picture, risk);
  const gap = risk.readiness !== 'can-decide-seen';
  return (
    <Fact
      term="Decides"
      name={<span className="with-glyph"><OwnerGlyph readiness={risk.readiness} />{risk.ownerId === null ? <span>No named owner</span> : <PersonLink id={risk.ownerId} />}</span>}
    >
      <span className={gap ? 'gap-text' : undefined}>
        {ownerWords(risk)}{limit === null ? null : <> · {limit}</>}
        {risk.lagRunning && risk.lagDays !== null && risk.ownerId !== null && risk.information.unseen > 0 ? <> · {risk.lagDays} {risk.lagDays === 1 ? 'day' : 'days'} behind the evidence</> : null}
      </span>
    </Fact>
  );
}

function Lowest({ risk }: { risk: RiskRow }) {
  const { personId, sentence } = risk.lowest;
  const found = risk.candidates.find((one) => one.personId === personId);
  if (personId === null) return <Fact term="Lowest person who can decide" name={<span className="muted">Nobody on the record</span>}>{sentence}</Fact>;
  return (
    <Fact term="Lowest person who can decide" name={<PersonLink id={personId} />}>
      {found?.unlimited === true ? 'no limit stated' : null}
      {found?.limit === null || found === undefined || found.unlimited ? null : <>limit <MoneyText amount={found.limit} precision="exact" /></>}
      {found === undefined ? sentence : <> · {hops(found.hops)} · {seen(found.unseen)}</>}
    </Fact>
  );
}

function hops(count: number | null): string {
  if (count === null) return 'by grant, off the line';
  if (count === 0) return 'where the work is';
  return count === 1 ? 'one step up' : `${count} steps up`;
}

function seen(unseen: number): string {
  if (unseen === 0) return 'has seen the evidence';
  return `${unseen} ${unseen === 1 ? 'piece has' : 'pieces have'} not reached them`;
}
