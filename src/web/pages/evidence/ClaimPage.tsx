import type { ReactNode } from 'react';
import { findClaim, type EvidenceClaim, type ClaimRisk } from '#core/picture/claim.ts';
import { kindName } from '#core/picture/sentences/evidence-age-words.ts';
import { claimWords } from '#core/picture/sentences/record-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { ReadinessText } from '#web/ui/OwnerGlyph.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
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
  return claim === undefined ? <NotFoundHere what="piece of evidence on an open risk" id={place.claim} place={place} /> : <OneClaim claim={claim} />;
}

function OneClaim({ claim }: { claim: EvidenceClaim }) {
  const { piece, rests } = claim;
  const { headline, lede } = claimWords(usePicture(), claim);
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede}</p>
      </div>
      <div className="grid">
        <Card className="span-6" headline="What was measured" subtitle={piece.basis ?? 'How it was found is not recorded'}>
          <dl className="facts">
            <dt>Kind</dt><dd>{kindName(piece.kind)}</dd>
            <dt>Of</dt><dd><DateText when={piece.at} /></dd>
            <dt>Recorded</dt><dd>{piece.recordedAt === null ? <span className="muted">not recorded</span> : <DateText when={piece.recordedAt} />}</dd>
            <dt>Measured by</dt><dd>{piece.teamId === null ? <span className="muted">not recorded</span> : <TeamLink id={piece.teamId} />}</dd>
            <dt>Found</dt><dd>{found(piece.negative)}</dd>
            <dt>Covered</dt><dd>{piece.coverage === null ? <span className="muted">not recorded</span> : `${Math.round(piece.coverage * 100)}% of the estate`}</dd>
            <dt>Needs an acknowledgement</dt><dd>{piece.material ? 'yes' : 'no, it is routine'}</dd>
            <dt>Id</dt><dd>{piece.id}</dd>
          </dl>
          {piece.facts.length === 0 ? null : <ul className="finding-facts">{piece.facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
        </Card>
        <Readers claim={claim} />
        <Card className="span-12" headline={`${counted(rests.length, 'open risk')} ${rests.length === 1 ? 'rests' : 'rest'} on it`} subtitle="Attached to it, or known to bear on it; the largest first">
          <table className="place-table place-table--stack">
            <caption className="visually-hidden">Open risks that rest on this evidence</caption>
            <thead><tr><th scope="col">Risk</th><th scope="col">How</th><th scope="col">Who decides</th><th scope="col">Reached them</th><th scope="col" className="numeric">Expected a year</th></tr></thead>
            <tbody>{rests.map((one) => <Rest key={one.risk.id} one={one} />)}</tbody>
          </table>
        </Card>
      </div>
    </>
  );
}

function Readers({ claim: { piece: { readers = [] } } }: { claim: EvidenceClaim }) {
  return (
    <Card className="span-6" headline={readers.length === 0 ? 'It has reached nobody in detail' : `It has reached ${counted(readers.length, 'person', 'people')} in detail`} subtitle="Acknowledged in detail, or known to them when it was made. A summary or a mass mail does not count">
      {readers.length === 0 ? <Empty>None found: no acknowledgement in detail is on the record.</Empty> : (
        <table className="place-table">
          <caption className="visually-hidden">People this evidence has reached in detail</caption>
          <thead><tr><th scope="col">Person</th><th scope="col">Since</th></tr></thead>
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
      <td data-label="How">{piece.elsewhere ? 'bears on it from another risk' : 'attached to it'}</td>
      <td data-label="Who decides">{risk.ownerId === null ? <span className="gap-text">Nobody named</span> : <PersonLink id={risk.ownerId} />} <span className="place-table__line"><ReadinessText readiness={risk.readiness} /></span></td>
      <td data-label="Reached them">{piece.seenByOwnerAt === null ? <span className={piece.material ? 'gap-text' : 'muted'}>{piece.material ? 'has not reached them' : 'not asked for'}</span> : <DateText when={piece.seenByOwnerAt} />}</td>
      <td data-label="Expected a year" className="numeric">{risk.expectedAnnualLoss === null ? <NotMeasured>No range</NotMeasured> : <MoneyText amount={risk.expectedAnnualLoss} />}</td>
    </tr>
  );
}

function found(negative: boolean | null): ReactNode {
  if (negative === null) return <span className="muted">not recorded</span>;
  return negative ? 'nothing' : 'something';
}
