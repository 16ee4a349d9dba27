import { dayInWords } from '#core/time.ts';
import { ledgerRule, packLedger, type LeftOutPiece, type LedgerItem } from '#core/picture/pack-ledger.ts';
import { packWords } from '#core/picture/sentences/ledger-words.ts';
import { say } from '#language/say.ts';
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
import { Said } from '#web/ui/Said.tsx';
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
  if (one === undefined) return <NotFoundHere what={say('pack')} id={place.pack} place={place} />;
  const { headline, lede } = packWords(picture, one);
  const { pack, cutoff, notShown, pieces } = one;
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede} {pack.presenterId === null ? null : <Said message="Presented by {person}." values={{ person: <PersonLink id={pack.presenterId} /> }} />}</p>
        <p className="sub ledger__rule"><b>{say('The rule.')}</b> {ledgerRule()}</p>
      </div>
      <div className="grid">
        <Card className="span-12" headline={say('{pack}: {shown, plural, one {# risk} other {# risks}} in it', { pack: pack.label, shown: one.shown.length })} subtitle={say('Cut-off {cutoff}. One square a risk', { cutoff: dayInWords(cutoff) })} data={packRows(picture, one)}>
          <PackUnits ledger={one} alone />
        </Card>
        <Card id="not-shown" className="span-12" headline={say('Known and not in the pack: {notShown, plural, one {# risk} other {# risks}}', { notShown: notShown.length })} subtitle={say('The largest first, by the range of today')}>
          {notShown.length === 0 ? <Empty>{say('None found: every risk that was known by the cut-off is in the pack.')}</Empty> : <ItemTable items={notShown} caption={say('Risks that were known and not in the pack')} />}
        </Card>
        <Card className="span-12" headline={say('Evidence in hand and left out, of risks in the pack: {pieces, plural, one {# piece} other {# pieces}}', { pieces: pieces.length })} subtitle={say('Material pieces produced on or before the cut-off that the pack does not name')}>
          {pieces.length === 0 ? <Empty>{say('None found.')}</Empty> : <PieceTable pieces={pieces} />}
        </Card>
        <Card id="shown" className="span-12" headline={say('In the pack: {shown, plural, one {# risk} other {# risks}}', { shown: one.shown.length })} subtitle={say('In the order of the pack')}>
          {one.shown.length === 0 ? <Empty>{say('The pack names no risk.')}</Empty> : <ItemTable items={one.shown} caption={say('Risks in the pack')} />}
        </Card>
        <Card id="later" className="span-12" headline={say('Became known later: {later, plural, one {# risk} other {# risks}}', { later: one.later.length })} subtitle={say('First known after {cutoff}: no pack of that day could hold them', { cutoff: dayInWords(cutoff) })}>
          {one.later.length === 0 ? <Empty>{say('None found.')}</Empty> : <ItemTable items={one.later} caption={say('Risks that became known after the cut-off')} />}
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
        <tr><th scope="col">{say('Risk')}</th><th scope="col">{say('First known')}</th><th scope="col">{say('On the register since')}</th><th scope="col">{say('Line on record')}</th><th scope="col" className="numeric">{say('Expected a year')}</th></tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.riskId}>
            <th scope="row">
              {item.closedAt === null ? <><RiskLink risk={item.riskId}>{item.label}</RiskLink><RiskOwner risk={item.riskId} /></> : <>{item.label} <span className="sub place-table__line"><Said message="closed {date}" values={{ date: <DateText when={item.closedAt} /> }} /></span></>}
            </th>
            <td data-label={say('First known')}>{item.firstKnownAt === null ? null : <DateText when={item.firstKnownAt} />}<span className="sub place-table__line"><Knower item={item} /></span></td>
            <td data-label={say('On the register since')}>{item.openedAt === null ? null : <DateText when={item.openedAt} />}</td>
            <td data-label={say('Line on record')}>{item.lines.length === 0 ? <span className="muted">{say('no line is recorded')}</span> : item.lines.join(' ')}</td>
            <td data-label={say('Expected a year')} className="numeric">{item.expectedAnnualLoss === null ? <NotMeasured>{say('No range')}</NotMeasured> : <MoneyText amount={item.expectedAnnualLoss} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PieceTable({ pieces }: { pieces: readonly LeftOutPiece[] }) {
  return (
    <table className="place-table place-table--stack">
      <caption className="visually-hidden">{say('Evidence in hand on the cut-off and not in the pack')}</caption>
      <thead><tr><th scope="col">{say('Evidence')}</th><th scope="col">{say('Of the risk')}</th><th scope="col">{say('Produced')}</th><th scope="col">{say('Line on record')}</th></tr></thead>
      <tbody>
        {pieces.map(({ risk, piece, line }) => (
          <tr key={piece.id}>
            <th scope="row">{piece.label}<span className="sub place-table__line">{piece.id}</span></th>
            <td data-label={say('Of the risk')}><RiskLink risk={risk.id}>{risk.label}</RiskLink><RiskOwner risk={risk.id} /></td>
            <td data-label={say('Produced')}><DateText when={piece.at} />{piece.teamId === null ? null : <span className="sub place-table__line"><Said message="by {team}" values={{ team: <TeamLink id={piece.teamId} /> }} /></span>}</td>
            <td data-label={say('Line on record')}>{line ?? <span className="muted">{say('no line is recorded')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Knower({ item: { firstKnownBy: by } }: { item: LedgerItem }) {
  if (by === null) return <>{say('by whom is not recorded')}</>;
  return by.kind === 'team' ? <Said message="by {team}" values={{ team: <TeamLink id={by.id} /> }} /> : <Said message="by {person}" values={{ person: <PersonLink id={by.id} /> }} />;
}
