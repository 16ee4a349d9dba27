import type { ComparedRisk } from '#core/picture/compare.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { CentsText } from '#web/pages/compare/CentsText.tsx';
import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { None } from '#web/ui/None.tsx';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/place/place.css';

/** The risks of one part: each leads to its page, a closed one to its page on the earlier date. */
export function ComparedRisks({ risks, caption, owners = false }: { risks: readonly ComparedRisk[]; caption: string; owners?: boolean }) {
  const { against } = usePicture();
  return (
    <table className="place-table place-table--stack">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('Risk')}</th><th scope="col">{say('Owning team')}</th>
          {owners ? <><th scope="col">{say('Decided by, then')}</th><th scope="col">{say('Decided by, now')}</th></> : <th scope="col">{say('Decision owner')}</th>}
          <th scope="col" className="numeric">{say('Then')}</th><th scope="col" className="numeric">{say('Now')}</th>
          {owners ? null : <th scope="col" className="numeric">{say('Difference')}</th>}
        </tr>
      </thead>
      <tbody>
        {risks.map((risk) => (
          <tr key={risk.id}>
            <th scope="row">{risk.part === 'closed'
              ? <AsOfLink to={{ page: 'risk', risk: risk.id, under: { page: 'compare' } }} asOf={against}>{risk.label}</AsOfLink>
              : <RiskLink risk={risk.id}>{risk.label}</RiskLink>}</th>
            <td data-label={say('Owning team')}><TeamLink id={risk.teamId} /></td>
            {owners
              ? <><td data-label={say('Decided by, then')}><Owner id={risk.ownerBefore} /></td><td data-label={say('Decided by, now')}><Owner id={risk.ownerNow} /></td></>
              : <td data-label={say('Decision owner')}><Owner id={risk.part === 'closed' ? risk.ownerBefore : risk.ownerNow} /></td>}
            <td data-label={say('Then')} className="numeric"><Amount cents={risk.before} open={risk.ownerBefore !== undefined} /></td>
            <td data-label={say('Now')} className="numeric"><Amount cents={risk.now} open={risk.ownerNow !== undefined} /></td>
            {owners ? null : <td data-label={say('Difference')} className="numeric"><CentsText cents={risk.difference} signed /></td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Owner({ id }: { id: string | null | undefined }) {
  if (id === undefined) return <None words={say('not open')} />;
  return id === null ? <span className="risk-owner"><OwnerGlyph readiness="nobody-named" /> {say('No named owner')}</span> : <PersonLink id={id} />;
}

/** Not open, open without a range, and an amount are three things. */
function Amount({ cents, open }: { cents: number | null; open: boolean }) {
  if (!open) return <None words={say('not open')} />;
  return cents === null ? <NotMeasured>{say('No range')}</NotMeasured> : <CentsText cents={cents} />;
}
