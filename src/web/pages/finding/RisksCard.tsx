import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { FindingRow } from '#contract/finding.ts';
import { daysBetween } from '#core/time.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ownerWords } from '#web/features/risk-list/missing-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** The risks a finding belongs to, each with who decides it. */
export function RisksCard({ risks, finding }: { risks: readonly RiskRow[]; finding: FindingRow }) {
  return (
    <Card className="span-12" headline={headlineOf(risks)} subtitle={say('Who decides, and what stands in the way')}>
      {risks.length === 0 ? (
        <Empty>{say('None found: no open risk on the record names {finding}. Until one does, no clock runs and nobody is asked to decide about it.', { finding: finding.id })}</Empty>
      ) : (
        <ul className="finding-risks">{risks.map((risk) => <OneRisk key={risk.id} risk={risk} />)}</ul>
      )}
    </Card>
  );
}

function headlineOf(risks: readonly RiskRow[]): string {
  if (risks.length === 0) return say('It belongs to no open risk');
  return risks.length === 1 ? say('The risk it belongs to') : say('The {risks, number} risks it belongs to', { risks: risks.length });
}

function OneRisk({ risk }: { risk: RiskRow }) {
  const { asOf } = usePicture();
  const left = daysBetween(asOf, risk.decisionNeededBy);
  return (
    <li className="finding-risks__risk">
      <div>
        <p className="finding-risks__label"><RiskLink risk={risk.id}>{risk.label}</RiskLink></p>
        <p className="sub">{risk.id} · {risk.expectedAnnualLoss === null ? <NotMeasured>{say('No range')}</NotMeasured> : <Said message="{money} expected a year" values={{ money: <MoneyText amount={risk.expectedAnnualLoss} /> }} />}</p>
      </div>
      <div>
        <p className="sub">{say('Decides')}</p>
        <p className="with-glyph finding-risks__owner"><OwnerGlyph readiness={risk.readiness} />{risk.ownerId === null ? <span>{say('No named owner')}</span> : <PersonLink id={risk.ownerId} />}</p>
        <p className={`sub${risk.readiness === 'can-decide-seen' ? '' : ' gap-text'}`}>{ownerWords(risk)}</p>
      </div>
      <div>
        <p className="sub">{say('Lowest person who can decide')}</p>
        <p>{risk.lowest.personId === null ? <span className="muted">{say('Nobody on the record')}</span> : <PersonLink id={risk.lowest.personId} />}</p>
      </div>
      <div>
        <p className="sub">{say('Days to act')}</p>
        <p>{risk.clockDays} <span className="sub">{left >= 0 ? say('{left, plural, one {# day left to decide} other {# left to decide}}', { left }) : say('decision was needed {days, plural, one {# day ago} other {# days ago}}', { days: -left })}</span></p>
      </div>
    </li>
  );
}
