import type { Picture } from '#core/picture/picture.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { LossIntervalsChart } from '#web/charts/loss-intervals/Chart.tsx';
import { describeLossIntervals } from '#web/charts/loss-intervals/describe.ts';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { grouped } from '#web/ui/count-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** How much could we lose: the expected annual loss, what it covers, and the largest risks with their range. */
export function LossCard({ picture }: { picture: Picture }) {
  const words = describeLossIntervals(picture, picture.risks.length);
  const { top, headline, subtitle, alt, data } = words;
  const unranged = top.unquantified === 0 ? null : (
    <> <FilterLink filter={{ unquantified: true }}>{grouped(top.unquantified)} {top.unquantified === 1 ? 'has' : 'have'} no range</FilterLink></>
  );
  return (
    <Card compact className="span-6" headline={headline} subtitle={<>{subtitle}{unranged}</>} data={top.rows.length === 0 ? undefined : withRowLinks(data, top.rows.map(({ risk }) => <RiskLink key={risk.id} risk={risk.id}>{risk.id} {risk.label}</RiskLink>))}>
      {top.rows.length === 0 ? <Empty>A range states what one loss costs and how often it happens, each from the 5th to the 95th percentile.</Empty> : (
        <ChartRows
          rowHeight={24}
          labelShare={0.64}
          valueName="a year"
          valueWidth={52}
          rows={top.rows.map(({ risk, expectedAnnualLoss }) => ({
            key: risk.id,
            label: <><OwnerGlyph readiness={risk.readiness} /><RiskLink risk={risk.id}>{risk.label}</RiskLink><span className="visually-hidden">{readinessWords[risk.readiness]}</span></>,
            value: <RiskLink risk={risk.id} className="number"><MoneyText amount={expectedAnnualLoss} /><span className="visually-hidden"> a year</span></RiskLink>,
          }))}
          plot={(
            <LossIntervalsChart intervals={top.rows.map((row) => row.exposure)} currency={picture.currency} label={headline} description={alt} />
          )}
        />
      )}
    </Card>
  );
}
