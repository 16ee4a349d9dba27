import type { ProcessRow } from '#core/picture/picture.ts';
import { gatesSentence, type GateStanding } from '#core/release/gate-standing.ts';
import { say } from '#language/say.ts';
import { gateReason, gateWords, informedReason } from '#web/pages/release/gate-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { FilterLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import '#web/features/place/place.css';

/** Every gate with whether its owner can stop a release and has seen the evidence, and why. In the order of the processes and their stages. */
export function GatesCard({ gates, without = [] }: { gates: readonly GateStanding[]; without?: readonly ProcessRow[] }) {
  return (
    <Card className="span-12" headline={gatesSentence(gates)} subtitle={say('Left half of the square: can stop a release. Right half: evidence of every open risk that ships this way has reached them')}>
      <table className="place-table place-table--stack">
        <caption className="visually-hidden">{say('Gates, who owns them and whether they can stop a release')}</caption>
        <thead>
          <tr><th scope="col">{say('Process')}</th><th scope="col">{say('Stage')}</th><th scope="col">{say('Gate')}</th><th scope="col">{say('Owns the gate')}</th><th scope="col">{say('Can they stop a release, and why')}</th></tr>
        </thead>
        <tbody>
          {gates.map((gate) => (
            <tr key={`${gate.process.id} ${gate.stage.id}`}>
              <th scope="row"><PlaceLink to={{ page: 'process', process: gate.process.id }}>{gate.process.name}</PlaceLink></th>
              <td data-label={say('Stage')}><PlaceLink to={{ page: 'stage', process: gate.process.id, stage: gate.stage.id }}>{gate.stage.name}</PlaceLink></td>
              <td data-label={say('Gate')}>{say(gateWords[gate.stage.gate])}</td>
              <td data-label={say('Owns the gate')}><GateOwner gate={gate} /></td>
              <td data-label={say('Can they stop a release, and why')}><GateAnswer gate={gate} /></td>
            </tr>
          ))}
          {without.map((process) => (
            <tr key={process.id}>
              <th scope="row"><PlaceLink to={{ page: 'process', process: process.id }}>{process.name}</PlaceLink></th>
              <td data-label={say('Stage')}><span className="muted">{say('no stage')}</span></td>
              <td data-label={say('Gate')}><span className="muted">{say('none that can stop a release')}</span></td>
              <td data-label={say('Owns the gate')}><span className="muted">{say('no gate to own')}</span></td>
              <td data-label={say('Can they stop a release, and why')}><span className="gap-text">{say('Nothing in {process} can stop a release', { process: process.name })}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function GateOwner({ gate: { stage, owner } }: { gate: GateStanding }) {
  if (stage.gateOwnerId === null) return stage.gate === 'none' ? <span className="muted">{say('no gate to own')}</span> : <span className="gap-text">{say('Nobody is named')}</span>;
  return owner === undefined ? <span className="gap-text">{stage.gateOwnerId}</span> : <PersonLink id={owner.id} />;
}

/** The glyph of a gate with the reason for each half. */
export function GateAnswer({ gate }: { gate: GateStanding }) {
  const { stage, owner, risks, unseen, process } = gate;
  if (stage.gate !== 'blocking' && owner === undefined) return <span className="muted">{gateReason(gate)}</span>;
  return (
    <span className="with-glyph">
      <OwnerGlyph readiness={gate.readiness} />
      <span>
        {gateReason(gate)}{' '}
        {owner === undefined ? null : unseen.length === 0
          ? <span className="sub">{informedReason(gate)}</span>
          : <span className="sub"><FilterLink filter={{ processId: process.id, ids: unseen.map(({ id }) => id) }} className="">{informedReason({ ...gate, risks })}</FilterLink></span>}
      </span>
    </span>
  );
}
