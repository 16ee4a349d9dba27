import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { say } from '#language/say.ts';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';

interface Holders {
  byId: ReadonlyMap<string, RiskRow>;
  /** The open risk a finding is linked to; the first by id where there are several. */
  byFinding: ReadonlyMap<string, RiskRow>;
}

const made = new WeakMap<Picture, Holders>();

function holdersOf(picture: Picture): Holders {
  const held = made.get(picture);
  if (held !== undefined) return held;
  const risks = picture.risks.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const holders = { byId: new Map(risks.map((risk) => [risk.id, risk])), byFinding: new Map(risks.flatMap((risk) => risk.findingIds.map((id) => [id, risk] as const))) };
  made.set(picture, holders);
  return holders;
}

/** Who decides an open risk, with the glyph and its words: under the name of the risk, wherever a row has no column for them. */
export function RiskOwner({ risk }: { risk: string }) {
  const found = holdersOf(usePicture()).byId.get(risk);
  return found === undefined ? null : <Owner risk={found} />;
}

/** Who decides the open risk that a finding is linked to, or reaches by a rule or its family (`reached`); nobody where no open risk holds it. */
export function FindingOwner({ finding, reached = [] }: { finding: string; reached?: readonly string[] | undefined }) {
  const holders = holdersOf(usePicture());
  const found = holders.byFinding.get(finding) ?? reached.flatMap((id) => holders.byId.get(id) ?? [])[0];
  return found === undefined
    ? <span className="risk-owner"><OwnerGlyph readiness="nobody-named" /> <span>{say('No named owner: no open risk holds it')}</span></span>
    : <Owner risk={found} />;
}

function Owner({ risk: { ownerId, readiness } }: { risk: RiskRow }) {
  return (
    <span className="risk-owner">
      <OwnerGlyph readiness={readiness} />{' '}
      {ownerId === null ? <span>{say('No named owner')}</span> : <span><PersonLink id={ownerId} /> · {say(readinessWords[readiness])}</span>}
    </span>
  );
}
