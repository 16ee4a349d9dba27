import { measurementsOf, type Measurement } from '#core/picture/measurements.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { choiceWords, measurePageWords, whoWords, worthWords } from '#core/picture/sentences/measure-words.ts';
import { atStart } from '#core/picture/sentences/prose.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/pages/measure/measure.css';

/** What to find out before deciding: each question with what its answer is worth at most, and who can answer it. */
export function MeasurePage() {
  const picture = usePicture();
  const found = measurementsOf(picture);
  const { headline, subtitle } = measurePageWords(picture, found);
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{subtitle}</p>
      </div>
      <div className="grid">
        <Card
          className="span-12"
          headline={say('What to find out, by what it is worth at most')}
          subtitle={say('Value of perfect information on one open decision, a year: an upper bound of what the evidence may cost. Averages only; worths of one decision do not add up.')}
          data={dataOf(found.ranked, picture.currency)}
          foot={<PlaceLink to={{ page: 'exposure' }} view={{}}>{say('How much could we lose')}</PlaceLink>}
        >
          {found.ranked.length === 0 ? <Empty>{say('No open decision has an option with a cost and two ranges to price it with.')}</Empty> : (
            <ol className="measure">
              {found.ranked.map((one) => <Row key={`${one.risk.id} ${one.what}`} of={one} most={found.ranked[0]?.atMost ?? 0} />)}
            </ol>
          )}
        </Card>
        <Others headline={say('{spelled} open {count, plural, one {decision has} other {decisions have}} an option and no two ranges to price it with', { spelled: atStart(found.unpriced.length), count: found.unpriced.length })} risks={found.unpriced} />
        <Others headline={say('{spelled} open {count, plural, one {decision has} other {decisions have}} no option on the record', { spelled: atStart(found.withoutOption.length), count: found.withoutOption.length })} risks={found.withoutOption} />
      </div>
    </>
  );
}

function Row({ of, most }: { of: Measurement; most: number }) {
  const picture = usePicture();
  const { risk, what, atMost } = of;
  return (
    <li className="measure__row">
      <div className="measure__worth">
        <span className="measure__amount">{atMost < 1 ? 'nothing' : <MoneyText amount={atMost} />}</span>
        <span className="measure__bar" style={{ inlineSize: `${most > 0 ? (100 * atMost) / most : 0}%` }} aria-hidden="true" />
      </div>
      <div>
        <p><b>{worthWords(picture, what, atMost)}</b></p>
        <p><PlaceLink to={{ page: 'risk', risk: risk.id, under: { page: 'exposure' } }}>{risk.label}</PlaceLink></p>
        <RiskOwner risk={risk.id} />
        <p className="sub">{choiceWords(picture, of)} {whoWords(picture, risk)}</p>
      </div>
    </li>
  );
}

function Others({ headline, risks }: { headline: string; risks: readonly RiskRow[] }) {
  if (risks.length === 0) return null;
  return (
    <Card className="span-12" headline={headline} subtitle={say('Open risks without a decision in force')}>
      <ul className="measure__others">
        {risks.map((risk) => <li key={risk.id}><PlaceLink to={{ page: 'risk', risk: risk.id, under: { page: 'exposure' } }}>{risk.label}</PlaceLink><RiskOwner risk={risk.id} /></li>)}
      </ul>
    </Card>
  );
}

function dataOf(ranked: readonly Measurement[], currency: string): DataRows | undefined {
  if (ranked.length === 0) return undefined;
  return {
    caption: say('What finding out is worth at most, in {currency} a year', { currency }),
    columns: [
      { label: say('Risk') }, { label: say('Find out') }, { label: say('Worth at most'), numeric: true }, { label: say('Option') }, { label: say('Costs a year'), numeric: true },
      { label: say('Brings a year, net'), numeric: true }, { label: say('Chance the call is wrong'), numeric: true },
    ],
    rows: ranked.map(({ risk, what, atMost, option, worth }) => [
      { value: risk.label }, { value: what === 'rate' ? say('how often') : say('how much') }, { value: Math.round(atMost) }, { value: option.label },
      { value: option.costPerYear }, { value: Math.round(worth.netBenefit) }, { value: `${Math.round(worth.chanceWrong * 100)}%` },
    ]),
    file: 'what-to-find-out',
  };
}
