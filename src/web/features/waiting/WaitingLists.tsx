import type { ReactNode } from 'react';
import type { RiskRow } from '#core/picture/picture.ts';
import { waitingOn, type WaitingOn } from '#core/picture/waiting-on.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { counted } from '#core/picture/sentences/prose.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/waiting/waiting.css';

type Kind = keyof WaitingOn;

const order: readonly Kind[] = ['decisions', 'evidence', 'escalations', 'grants', 'couldDecide'];

const titles: Readonly<Record<Kind, string>> = {
  decisions: 'Decisions to make',
  evidence: 'Evidence that has not reached them',
  escalations: 'Passed up to them, not answered by a decision',
  grants: 'A limit they could raise for somebody closer to the work',
  couldDecide: 'They are the lowest person who can decide',
};

/** The lists of what waits on a person; each names its risks, earliest date first. */
export function WaitingLists({ personId, shown }: { personId: string; shown: number }) {
  const waiting = waitingOn(usePicture(), personId);
  const open = order.filter((kind) => waiting[kind].length > 0);
  if (open.length === 0) return <Empty>Nothing waits on them on the record.</Empty>;
  return (
    <div className="waiting">
      {open.map((kind) => <List key={kind} title={titles[kind]} risks={waiting[kind]} shown={shown} line={(risk) => lineOf(kind, risk)} />)}
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
              <p className="sub">{line(risk)} <span className="visually-hidden">{readinessWords[risk.readiness]}</span></p>
            </div>
          </li>
        ))}
      </ul>
      {sorted.length > shown ? <p className="sub"><FilterLink filter={{ ids: sorted.map((risk) => risk.id) }}>All {counted(sorted.length, 'risk')}</FilterLink></p> : null}
    </section>
  );
}

function lineOf(kind: Kind, risk: RiskRow): ReactNode {
  switch (kind) {
    case 'decisions':
    case 'couldDecide': return <>needed by <DateText when={risk.decisionNeededBy} />{risk.exposure === null ? ', no range on the record' : <>, high end <MoneyText amount={risk.exposure.high} precision="exact" /></>}</>;
    case 'evidence': return <>{risk.information.unseen} of {counted(risk.information.material, 'piece')} not seen; decision needed by <DateText when={risk.decisionNeededBy} /></>;
    case 'escalations': return <>passed up {risk.escalations.map((one) => one.at).toSorted().slice(-1).map((at) => <DateText key={at} when={at} />)}</>;
    case 'grants': return risk.lowest.grantDown === null ? null : <>{risk.lowest.grantDown.sentence}</>;
  }
}
