import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { byExposure } from '#web/features/risk-list/order.ts';
import { limitWords, missingWords, ownerWords } from '#web/features/risk-list/missing-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { SpokenText } from '#web/ui/SpokenText.tsx';
import { StaleMark } from '#web/ui/StaleMark.tsx';
import '#web/features/risk-list/risk-list.css';

/** Risks as rows: what, who decides and in which state, their limit against the high end, what is missing, money. */
export function RiskTable({ risks, caption }: { risks: readonly RiskRow[]; caption: string }) {
  return (
    <table className="risk-list">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="risk-list__what">{say('Risk')}</th>
          <th scope="col" className="risk-list__who">{say('Decision owner')}</th>
          <th scope="col" className="risk-list__limit">{say('Limit and high end of one loss')}</th>
          <th scope="col" className="risk-list__missing">{say('What is missing')}</th>
          <th scope="col" className="risk-list__money numeric">{say('Expected a year')}</th>
        </tr>
      </thead>
      <tbody>{byExposure(risks).map((risk) => <Row key={risk.id} risk={risk} />)}</tbody>
    </table>
  );
}

function Row({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const limit = limitWords(picture, risk);
  const missing = missingWords(risk);
  return (
    <tr className={risk.readiness === 'can-decide-seen' ? undefined : 'risk-list__gap'}>
      <th scope="row" className="risk-list__what">
        <RiskLink risk={risk.id}>{risk.label}</RiskLink>
        <span className="sub risk-list__id">{say('{risk} · open {ageDays} {ageDays, plural, one {day} other {days}}', { risk: risk.id, ageDays: risk.ageDays })}</span>
      </th>
      <td className="risk-list__who">
        <span className="with-glyph">
          <OwnerGlyph readiness={risk.readiness} />
          <span>
            {risk.ownerId === null ? say('No named owner') : <PersonLink id={risk.ownerId} />}
            {risk.ownerId === null ? null : <span className="sub risk-list__id">{ownerWords(risk)}</span>}
          </span>
        </span>
      </td>
      <td className="risk-list__limit" data-label={say('Limit and high end of one loss')}>
        <SpokenText>{limit ?? (risk.ownerId === null ? say('Nobody named') : say('No person in post'))}</SpokenText>
        <span className="sub risk-list__id">
          {risk.exposure === null ? <NotMeasured>{say('No range')}</NotMeasured> : <><Said message="high end {money}" values={{ money: <MoneyText amount={risk.exposure.high} precision="exact" /> }} /></>}
        </span>
      </td>
      <td className="risk-list__missing" data-label={say('What is missing')}>
        {missing.length === 0 ? <span className="muted">{say('Nothing')}</span> : missing.join('; ')}
      </td>
      <td className="risk-list__money numeric" data-label={say('Expected a year')}>
        {risk.expectedAnnualLoss === null ? <NotMeasured /> : <><MoneyText amount={risk.expectedAnnualLoss} /> <StaleMark risk={risk} /></>}
      </td>
    </tr>
  );
}
