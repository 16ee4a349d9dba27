import { dayInWords } from '#core/time.ts';
import { ledgerRule, packLedger } from '#core/picture/pack-ledger.ts';
import { ledgerWords, packHeadlines } from '#core/picture/sentences/ledger-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { packRows } from '#web/charts/unit-squares/describe-pack.ts';
import { PackUnits } from '#web/pages/ledger/PackUnits.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/pages/ledger/ledger.css';

/** What was known and not shown: every past pack, newest first, by rule. */
export function LedgerPage() {
  const picture = usePicture();
  const ledger = packLedger(picture);
  const { headline, lede } = ledgerWords(picture, ledger);
  const headlines = packHeadlines(picture, ledger);
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede}</p>
        <p className="sub ledger__rule"><b>{say('The rule.')}</b> {ledgerRule()}</p>
      </div>
      {ledger.length === 0 ? <Empty>{say('A pack comes on the record with the button on the brief, or with a file that names what it held.')}</Empty> : (
        <div className="grid">
          {ledger.map((one, index) => (
            <Card
              key={one.pack.id}
              className="span-12"
              headline={headlines[index] ?? ''}
              subtitle={one.pack.cutoff === undefined
                ? say('{pack}, {day}. One square a risk', { pack: one.pack.label, day: dayInWords(one.pack.at) })
                : say('{pack}, {day}; cut-off {cutoff}. One square a risk', { pack: one.pack.label, day: dayInWords(one.pack.at), cutoff: dayInWords(one.cutoff) })}
              data={packRows(picture, one)}
              foot={<PlaceLink to={{ page: 'pack', pack: one.pack.id }} view={{}}>{say('Each of {risks, plural, one {# risk} other {# risks}}{pieces, plural, =0 {} one {, and # piece left out of the risks in it} other {, and # pieces left out of the risks in it}}', { risks: one.notShown.length, pieces: one.pieces.length })}</PlaceLink>}
            >
              <PackUnits ledger={one} />
            </Card>
          ))}
        </div>
      )}
    </>
  );
}
