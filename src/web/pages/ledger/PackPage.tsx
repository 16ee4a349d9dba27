import { dayInWords } from '#core/time.ts';
import { LEDGER_RULE, packLedger, type LeftOutPiece, type LedgerItem } from '#core/picture/pack-ledger.ts';
import { packSentence, packWords } from '#core/picture/sentences/ledger-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { packRows } from '#web/charts/unit-squares/describe-pack.ts';
import { PackUnits } from '#web/pages/ledger/PackUnits.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import { usePlace } from '#web/url/use-address.ts';
import '#web/features/place/place.css';
import '#web/pages/ledger/ledger.css';

/** One past pack: each risk that was known on its cut-off and is not in it, who knew, and what was written about it. */
export function PackPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'pack') return null;
  const one = packLedger(picture).find(({ pack }) => pack.id === place.pack);
  if (one === undefined) return <NotFoundHere what="pack" id={place.pack} place={place} />;
  const { headline, lede } = packWords(picture, one);
  const { pack, cutoff, notShown, pieces } = one;
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede} {pack.presenterId === null ? null : <>Presented by <PersonLink id={pack.presenterId} />.</>}</p>
        <p className="sub ledger__rule"><b>The rule.</b> {LEDGER_RULE}</p>
      </div>
      <div className="grid">
        <Card className="span-12" headline={`${pack.label}: ${counted(one.shown.length, 'risk')} in it`} subtitle={`Cut-off ${dayInWords(cutoff)}. One square a risk`} data={packRows(picture, one)}>
          <PackUnits ledger={one} alone />
        </Card>
        <Card id="not-shown" className="span-12" headline={`Known and not in the pack: ${counted(notShown.length, 'risk')}`} subtitle="The largest first, by the range of today">
          {notShown.length === 0 ? <Empty>None found: {packSentence(picture, one).toLowerCase()}.</Empty> : <ItemTable items={notShown} caption="Risks that were known and not in the pack" />}
        </Card>
        <Card className="span-12" headline={`Evidence in hand and left out, of risks in the pack: ${counted(pieces.length, 'piece')}`} subtitle="Material pieces produced on or before the cut-off that the pack does not name">
          {pieces.length === 0 ? <Empty>None found.</Empty> : <PieceTable pieces={pieces} />}
        </Card>
        <Card id="shown" className="span-12" headline={`In the pack: ${counted(one.shown.length, 'risk')}`} subtitle="In the order of the pack">
          {one.shown.length === 0 ? <Empty>The pack names no risk.</Empty> : <ItemTable items={one.shown} caption="Risks in the pack" />}
        </Card>
        <Card id="later" className="span-12" headline={`Became known later: ${counted(one.later.length, 'risk')}`} subtitle={`First known after ${dayInWords(cutoff)}: no pack of that day could hold them`}>
          {one.later.length === 0 ? <Empty>None found.</Empty> : <ItemTable items={one.later} caption="Risks that became known after the cut-off" />}
        </Card>
      </div>
    </>
  );
}

function ItemTable({ items, caption }: { items: readonly LedgerItem[]; caption: string }) {
  return (
    <table className="place-table place-table--stack">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr><th scope="col">Risk</th><th scope="col">First known</th><th scope="col">On the register since</th><th scope="col">Line on record</th><th scope="col" className="numeric">Expected a year</th></tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.riskId}>
            <th scope="row">
              {item.closedAt === null ? <><RiskLink risk={item.riskId}>{item.label}</RiskLink><RiskOwner risk={item.riskId} /></> : <>{item.label} <span className="sub place-table__line">closed <DateText when={item.closedAt} /></span></>}
            </th>
            <td data-label="First known">{item.firstKnownAt === null ? null : <DateText when={item.firstKnownAt} />}<span className="sub place-table__line"><Knower item={item} /></span></td>
            <td data-label="On the register since">{item.openedAt === null ? null : <DateText when={item.openedAt} />}</td>
            <td data-label="Line on record">{item.lines.length === 0 ? <span className="muted">no line is recorded</span> : item.lines.join(' ')}</td>
            <td data-label="Expected a year" className="numeric">{item.expectedAnnualLoss === null ? <NotMeasured>No range</NotMeasured> : <MoneyText amount={item.expectedAnnualLoss} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PieceTable({ pieces }: { pieces: readonly LeftOutPiece[] }) {
  return (
    <table className="place-table place-table--stack">
      <caption className="visually-hidden">Evidence in hand on the cut-off and not in the pack</caption>
      <thead><tr><th scope="col">Evidence</th><th scope="col">Of the risk</th><th scope="col">Produced</th><th scope="col">Line on record</th></tr></thead>
      <tbody>
        {pieces.map(({ risk, piece, line }) => (
          <tr key={piece.id}>
            <th scope="row">{piece.label}<span className="sub place-table__line">{piece.id}</span></th>
            <td data-label="Of the risk"><RiskLink risk={risk.id}>{risk.label}</RiskLink><RiskOwner risk={risk.id} /></td>
            <td data-label="Produced"><DateText when={piece.at} />{piece.teamId === null ? null : <span className="sub place-table__line">by <TeamLink id={piece.teamId} /></span>}</td>
            <td data-label="Line on record">{line ?? <span className="muted">no line is recorded</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Knower({ item: { firstKnownBy: by } }: { item: LedgerItem }) {
  if (by === null) return <>by whom is not recorded</>;
  return by.kind === 'team' ? <>by <TeamLink id={by.id} /></> : <>by <PersonLink id={by.id} /></>;
}
