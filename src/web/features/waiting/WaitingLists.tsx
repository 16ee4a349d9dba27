import type { ReactNode } from 'react';
import { messages, say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { RiskRow } from '#core/picture/picture.ts';
import { waitingOn, type WaitingOn } from '#core/picture/waiting-on.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/waiting/waiting.css';

type Kind = keyof WaitingOn;

const order: readonly Kind[] = ['proposals', 'decisions', 'evidence', 'escalations', 'grants', 'couldDecide'];

const titles = messages({
  proposals: 'Proposed to decide, not yet accepted',
  decisions: 'Decisions to make',
  evidence: 'Evidence that has not reached them',
  escalations: 'Passed up to them, not answered by a decision',
  grants: 'A limit they could raise for somebody closer to the work',
  couldDecide: 'They are the lowest person who can decide',
}) satisfies Readonly<Record<Kind, string>>;

/** The lists of what waits on a person; each names its risks, earliest date first. */
export function WaitingLists({ personId, shown }: { personId: string; shown: number }) {
  const waiting = waitingOn(usePicture(), personId);
  const open = order.filter((kind) => waiting[kind].length > 0);
  if (open.length === 0) return <Empty>{say('Nothing waits on them on the record.')}</Empty>;
  return (
    <div className="waiting">
      {open.map((kind) => <List key={kind} title={say(titles[kind])} risks={waiting[kind]} shown={shown} line={(risk) => lineOf(kind, risk)} />)}
    </div>
  );
}

function List({ title, risks, shown, line }: { title: string; risks: readonly RiskRow[]; shown: number; line: (risk: RiskRow) => ReactNode }) {
  const sorted = risks.toSorted((a, b) => (a.decisionNeededBy < b.decisionNeededBy ? -1 : 1));
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {sorted.slice(0, shown).map((risk) => (
          <li key={risk.id} className="waiting__item">
            <OwnerGlyph readiness={risk.readiness} />
            <div>
              <RiskLink risk={risk.id}>{risk.label}</RiskLink>
              <p className="sub">{line(risk)} <span className="visually-hidden">{say(readinessWords[risk.readiness])}</span></p>
            </div>
          </li>
        ))}
      </ul>
      {sorted.length > shown ? <p className="sub"><FilterLink filter={{ ids: sorted.map((risk) => risk.id) }}>{say('All {sorted, plural, one {# risk} other {# risks}}', { sorted: sorted.length })}</FilterLink></p> : null}
    </section>
  );
}

function lineOf(kind: Kind, risk: RiskRow): ReactNode {
  switch (kind) {
    case 'proposals':
    case 'decisions':
    case 'couldDecide': return risk.exposure === null
      ? <Said message="needed by {date}, no range on the record" values={{ date: <DateText when={risk.decisionNeededBy} /> }} />
      : <Said message="needed by {date}, high end {money}" values={{ date: <DateText when={risk.decisionNeededBy} />, money: <MoneyText amount={risk.exposure.high} precision="exact" /> }} />;
    case 'evidence': return <><Said message="{unseen, number} of {material, plural, one {# piece} other {# pieces}} not seen; decision needed by {date}" values={{ unseen: risk.information.unseen, material: risk.information.material, date: <DateText when={risk.decisionNeededBy} /> }} /></>;
    case 'escalations': return <Said message="passed up {date}" values={{ date: <>{risk.escalations.map((one) => one.at).toSorted().slice(-1).map((at) => <DateText key={at} when={at} />)}</> }} />;
    case 'grants': return risk.lowest.grantDown === null ? null : <>{risk.lowest.grantDown.sentence}</>;
  }
}
