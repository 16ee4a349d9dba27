import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { LossIntervalsChart } from '#web/charts/loss-intervals/Chart.tsx';
import { describeLossIntervals } from '#web/charts/loss-intervals/describe.ts';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

interface TopCardProps {
  picture: Picture;
  limit: number;
  className?: string;
  tabs?: ReactNode;
}

/** The largest risks, in the place a heat map would take: what one loss costs, and the average a year. */
export function TopCard({ picture, limit, className = 'span-12', tabs }: TopCardProps) {
  const tolerance = picture.tolerance === undefined ? undefined : Math.min(...picture.tolerance.points.map(({ above }) => above));
  const { top, headline, subtitle, alt, data } = describeLossIntervals(picture, picture.risks.length, {}, limit, tolerance);
  return (
    <Card className={className} headline={headline} subtitle={subtitle} data={top.rows.length === 0 ? undefined : withRowLinks(data, top.rows.map(({ risk }) => <RiskLink key={risk.id} risk={risk.id}>{risk.id} {risk.label}</RiskLink>))}>
      {tabs}
      {top.rows.length === 0 ? <Empty>{say('A range states what one loss costs and how often it happens, each from the 5th to the 95th percentile.')}</Empty> : (
        <ChartRows
          rowHeight={28}
          labelShare={tabs === undefined ? 0.42 : 0.5}
          valueName={say('a year')}
          valueWidth={60}
          rows={top.rows.map(({ risk, expectedAnnualLoss }) => ({
            key: risk.id,
            label: <><OwnerGlyph readiness={risk.readiness} /><RiskLink risk={risk.id}>{risk.label}</RiskLink><span className="visually-hidden">{say(readinessWords[risk.readiness])}</span></>,
            value: <RiskLink risk={risk.id} className="number"><MoneyText amount={expectedAnnualLoss} /><span className="visually-hidden">{' '}{say('a year')}</span></RiskLink>,
          }))}
          plot={<LossIntervalsChart intervals={top.rows.map((row) => row.exposure)} currency={picture.currency} label={headline} description={alt} tolerance={tolerance} />}
        />
      )}
    </Card>
  );
}
