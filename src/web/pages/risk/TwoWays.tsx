import { say } from '#language/say.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ActButton } from '#web/features/acts/ActButton.tsx';
import { unseenBy } from '#web/features/acts/flag-act.ts';
import { briefPlan, grantPlan } from '#web/features/acts/plans.ts';

/**
 * Brief up and grant down, always as a pair: information can move to authority, or authority to
 * information. Where one of the two is not open, its place says why.
 */
export function TwoWays({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const { briefUp, grantDown } = risk.lowest;
  if (briefUp === null && grantDown === null) return null;
  const brief = briefUp === null ? null : briefPlan(picture, risk, briefUp.personId, unseenBy(risk, briefUp.personId));
  const grant = grantPlan(picture, risk);
  return (
    <section className="ways" aria-labelledby={`ways-${risk.id}`}>
      <h3 id={`ways-${risk.id}`}>{say('Two ways on: move the information up, or the authority down')}</h3>
      <div className="ways__pair">
        <div className="ways__way">
          <p><b>{say('Brief up.')}</b> {briefUp === null ? say('Nobody with authority here is without the evidence.') : briefUp.sentence}</p>
          {brief === null ? null : <ActButton plan={brief} />}
        </div>
        <div className="ways__way">
          <p><b>{say('Grant down.')}</b> {grantDown === null ? (risk.lowest.noGrantDown ?? say('Not open on the record.')) : grantDown.sentence}</p>
          {grant === null ? null : <ActButton plan={grant} />}
        </div>
      </div>
    </section>
  );
}
