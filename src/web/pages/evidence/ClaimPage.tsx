import type { ReactNode } from 'react';
import { findClaim, type EvidenceClaim, type ClaimRisk } from '#core/picture/claim.ts';
import { kindName } from '#core/picture/sentences/evidence-age-words.ts';
import { claimWords } from '#core/picture/sentences/record-words.ts';
import { percent } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { ReadinessText } from '#web/ui/OwnerGlyph.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace } from '#web/url/use-address.ts';
import '#web/features/place/place.css';
import '#web/ui/facts.css';

/** One piece of evidence: who measured what and when, what rests on it, and whom it has reached. */
export function ClaimPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'claim') return null;
  const claim = findClaim(picture, place.claim);
  return claim === undefined ? <NotFoundHere what={say('piece of evidence on an open risk')} id={place.claim} place={place} /> : <OneClaim claim={claim} />;
}

function OneClaim({ claim }: { claim: EvidenceClaim }) {
  const { piece, rests } = claim;
  const { headline, lede } = claimWords(usePicture(), claim);
  return (
    <>
      <PageHead headline={headline} lede={lede} />
      <div className="grid">
        <Card className="span-6" headline={say('What was measured')} subtitle={piece.basis ?? say('How it was found is not recorded')}>
          <dl className="facts">
            <dt>{say('Kind')}</dt><dd>{kindName(piece.kind)}</dd>
            <dt>{say('Of')}</dt><dd><DateText when={piece.at} /></dd>
            <dt>{say('Recorded')}</dt><dd>{piece.recordedAt === null ? <span className="muted">{say('not recorded')}</span> : <DateText when={piece.recordedAt} />}</dd>
            <dt>{say('Measured by')}</dt><dd>{piece.teamId === null ? <span className="muted">{say('not recorded')}</span> : <TeamLink id={piece.teamId} />}</dd>
            <dt>{say('Found')}</dt><dd>{found(piece.negative)}</dd>
            <dt>{say('Covered')}</dt><dd>{piece.coverage === null ? <span className="muted">{say('not recorded')}</span> : say('{share} of the estate', { share: percent(String(Math.round(piece.coverage * 100))) })}</dd>
            <dt>{say('Needs an acknowledgement')}</dt><dd>{piece.material ? say('yes') : say('no, it is routine')}</dd>
            <dt>{say('Id')}</dt><dd>{piece.id}</dd>
          </dl>
          {piece.facts.length === 0 ? null : <ul className="finding-facts">{piece.facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
        </Card>
        <Readers claim={claim} />
        <Card className="span-12" headline={say('{count, plural, one {# open risk rests} other {# open risks rest}} on it', { count: rests.length })} subtitle={say('Attached to it, or known to bear on it; the largest first')}>
          <table className="place-table place-table--stack">
            <caption className="visually-hidden">{say('Open risks that rest on this evidence')}</caption>
            <thead><tr><th scope="col">{say('Risk')}</th><th scope="col">{say('How')}</th><th scope="col">{say('Who decides')}</th><th scope="col">{say('Reached them')}</th><th scope="col" className="numeric">{say('Expected a year')}</th></tr></thead>
            <tbody>{rests.map((one) => <Rest key={one.risk.id} one={one} />)}</tbody>
          </table>
        </Card>
      </div>
    </>
  );
}

function Readers({ claim: { piece: { readers = [] } } }: { claim: EvidenceClaim }) {
  return (
    <Card className="span-6" headline={readers.length === 0 ? say('It has reached nobody in detail') : say('It has reached {count, plural, one {# person} other {# people}} in detail', { count: readers.length })} subtitle={say('Acknowledged in detail, or known to them when it was made. A summary or a mass mail does not count')}>
      {readers.length === 0 ? <Empty>{say('None found: no acknowledgement in detail is on the record.')}</Empty> : (
        <table className="place-table">
          <caption className="visually-hidden">{say('People this evidence has reached in detail')}</caption>
          <thead><tr><th scope="col">{say('Person')}</th><th scope="col">{say('Since')}</th></tr></thead>
          <tbody>{readers.map(({ personId, at }) => <tr key={personId}><th scope="row"><PersonLink id={personId} /></th><td><DateText when={at} /></td></tr>)}</tbody>
        </table>
      )}
    </Card>
  );
}

function Rest({ one: { risk, piece } }: { one: ClaimRisk }) {
  return (
    <tr>
      <th scope="row"><RiskLink risk={risk.id}>{risk.label}</RiskLink></th>
      <td data-label={say('How')}>{piece.elsewhere ? say('bears on it from another risk') : say('attached to it')}</td>
      <td data-label={say('Who decides')}>{risk.ownerId === null ? <span className="gap-text">{say('Nobody named')}</span> : <PersonLink id={risk.ownerId} />} <span className="place-table__line"><ReadinessText readiness={risk.readiness} /></span></td>
      <td data-label={say('Reached them')}>{piece.seenByOwnerAt === null ? <span className={piece.material ? 'gap-text' : 'muted'}>{piece.material ? say('has not reached them') : say('not asked for')}</span> : <DateText when={piece.seenByOwnerAt} />}</td>
      <td data-label={say('Expected a year')} className="numeric">{risk.expectedAnnualLoss === null ? <NotMeasured>{say('No range')}</NotMeasured> : <MoneyText amount={risk.expectedAnnualLoss} />}</td>
    </tr>
  );
}

function found(negative: boolean | null): ReactNode {
  if (negative === null) return <span className="muted">{say('not recorded')}</span>;
  return negative ? say('nothing') : say('something');
}
