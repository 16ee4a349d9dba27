import { dayInWords } from '#core/time.ts';
import { knowledgeLags, type KnowledgeLag } from '#core/picture/knowledge-lags.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { knewPageWords } from '#core/picture/sentences/page-words.ts';
import { KnowledgeLagChart } from '#web/charts/knowledge-lag/Chart.tsx';
import { daysWords, describeKnowledgeLag } from '#web/charts/knowledge-lag/describe.ts';
import { LagLegend } from '#web/charts/knowledge-lag/Legend.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/place/place.css';

/** Rows in the drawing; the table below it has every one. */
const DRAWN = 15;

/** Who knew when, over all open risks: how long the organisation knew before the person who decides did. */
export function KnewPage() {
  const picture = usePicture();
  const lags = knowledgeLags(picture);
  const words = describeKnowledgeLag(picture, DRAWN);
  const page = knewPageWords(picture);
  return (
    <>
      <div className="page-head">
        <PageTitle>{page.headline}</PageTitle>
        <p className="lede">{page.lede}{page.lede === '' ? null : ' '}<PlaceLink to={{ page: 'ledger' }} view={{}}>{say('What was known and not in the board’s packs')}</PlaceLink></p>
      </div>
      {lags.length === 0 ? <Empty>{say('None found: looked through the evidence of {risks, plural, one {# open risk} other {# open risks}} as of {asOf}.', { risks: picture.risks.length, asOf: dayInWords(picture.asOf) })}</Empty> : (
        <div className="grid">
          <Card
            className="span-12"
            headline={lags.length > DRAWN ? say('The {drawn, number} longest of {lags, number}', { drawn: DRAWN, lags: lags.length }) : say('Days from the first person knowing to the decision owner knowing')}
            subtitle={<><Said message="{lagLegend} A mail to a list does not count as knowing." values={{ lagLegend: <LagLegend /> }} /></>}
            data={words.data}
          >
            <ChartRows
              rows={words.drawn.map((lag) => ({
                key: lag.risk.id,
                label: <RiskLink risk={lag.risk.id}>{lag.risk.label}</RiskLink>,
                value: <span>{daysWords(lag)}{lag.running ? <span className="visually-hidden">{' '}{say('and still running')}</span> : null}</span>,
              }))}
              plot={<KnowledgeLagChart lags={words.drawn} asOf={picture.asOf} label={words.headline} description={words.alt} />}
            />
          </Card>
          <Card className="span-12" headline={say('All {lags, plural, one {# risk} other {# risks}}, longest first', { lags: lags.length })} subtitle={say('Dates from the record; a plus means it still runs')}>
            <LagTable lags={lags} />
          </Card>
        </div>
      )}
    </>
  );
}

function LagTable({ lags }: { lags: readonly KnowledgeLag[] }) {
  return (
    <table className="place-table place-table--stack">
      <caption className="visually-hidden">{say('Days between the first person knowing and the decision owner being informed')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('Risk')}</th><th scope="col">{say('Decision owner')}</th><th scope="col">{say('First known')}</th>
          <th scope="col">{say('Reached the decision owner')}</th><th scope="col">{say('Decided')}</th><th scope="col" className="numeric">{say('Days')}</th>
        </tr>
      </thead>
      <tbody>
        {lags.map((lag) => (
          <tr key={lag.risk.id}>
            <th scope="row"><RiskLink risk={lag.risk.id}>{lag.risk.label}</RiskLink></th>
            <td data-label={say('Decision owner')}><RiskOwner risk={lag.risk.id} /></td>
            <td data-label={say('First known')}><DateText when={lag.firstKnownAt} /><span className="sub place-table__line"><Knower lag={lag} /></span></td>
            <td data-label={say('Reached the decision owner')}>{lag.ownerKnewAt === null ? <span className="gap-text">{say('has not reached them')}</span> : <DateText when={lag.ownerKnewAt} />}</td>
            <td data-label={say('Decided')}>{lag.decidedAt === null ? <span className="muted">{say('no decision recorded')}</span> : <DateText when={lag.decidedAt} />}</td>
            <td data-label={say('Days')} className="numeric">{daysWords(lag)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Knower({ lag }: { lag: KnowledgeLag }) {
  const by = lag.firstKnownBy;
  if (by === null) return <>{say('by whom is not recorded')}</>;
  return by.kind === 'team' ? <Said message="by {team}" values={{ team: <TeamLink id={by.id} /> }} /> : <Said message="by {person}" values={{ person: <PersonLink id={by.id} /> }} />;
}
