import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { KnowledgeLagChart } from '#web/charts/knowledge-lag/Chart.tsx';
import { LagLegend } from '#web/charts/knowledge-lag/Legend.tsx';
import { daysWords, describeKnowledgeLag } from '#web/charts/knowledge-lag/describe.ts';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Who knew when: the longest times between somebody here knowing and the person who decides knowing. */
export function KnewCard({ picture, rows }: { picture: Picture; rows: number }) {
  const { drawn, count, headline, subtitle, alt, data } = describeKnowledgeLag(picture, rows);
  return (
    <Card compact className="span-7" headline={headline} subtitle={<><LagLegend /> {subtitle} {count > drawn.length ? <PlaceLink to={{ page: 'knew' }}>{say('All {count, number}', { count })}</PlaceLink> : null}</>}
      data={drawn.length === 0 ? undefined : withRowLinks(data, drawn.map(({ risk }) => <RiskLink key={risk.id} risk={risk.id}>{risk.id} {risk.label}</RiskLink>))}>
      {drawn.length === 0 ? <Empty>{say('Looked through the evidence of {risks, number} open risks.', { risks: picture.risks.length })}</Empty> : (
        <ChartRows
          rowHeight={24}
          labelShare={0.53}
          rows={drawn.map((lag) => ({
            key: lag.risk.id,
            label: <RiskLink risk={lag.risk.id}>{lag.risk.label}</RiskLink>,
            value: <RiskLink risk={lag.risk.id} className="number">{daysWords(lag)}{lag.running ? <span className="visually-hidden">{' '}{say('and still running')}</span> : null}</RiskLink>,
          }))}
          plot={<KnowledgeLagChart lags={drawn} asOf={picture.asOf} label={headline} description={alt} />}
        />
      )}
    </Card>
  );
}
