import { dayInWords } from '#core/time.ts';
import { knowledgeLags, type KnowledgeLag } from '#core/picture/knowledge-lags.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { knewPageWords } from '#core/picture/sentences/page-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { KnowledgeLagChart } from '#web/charts/knowledge-lag/Chart.tsx';
import { daysWords, describeKnowledgeLag } from '#web/charts/knowledge-lag/describe.ts';
import { LagLegend } from '#web/charts/knowledge-lag/Legend.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
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
        <p className="lede">{page.lede}{page.lede === '' ? null : ' '}<PlaceLink to={{ page: 'ledger' }} view={{}}>What was known and not in the board’s packs</PlaceLink></p>
      </div>
      {lags.length === 0 ? <Empty>None found: looked through the evidence of {picture.risks.length} open risks as of {dayInWords(picture.asOf)}.</Empty> : (
        <div className="grid">
          <Card
            className="span-12"
            headline={lags.length > DRAWN ? `The ${DRAWN} longest of ${lags.length}` : 'Days from the first person knowing to the decision owner knowing'}
            subtitle={<><LagLegend /> A mail to a list does not count as knowing.</>}
            data={words.data}
          >
            <ChartRows
              rows={words.drawn.map((lag) => ({
                key: lag.risk.id,
                label: <RiskLink risk={lag.risk.id}>{lag.risk.label}</RiskLink>,
                value: <span>{daysWords(lag)}{lag.running ? <span className="visually-hidden"> and still running</span> : null}</span>,
              }))}
              plot={<KnowledgeLagChart lags={words.drawn} asOf={picture.asOf} label={words.headline} description={words.alt} />}
            />
          </Card>
          <Card className="span-12" headline={`All ${counted(lags.length, 'risk')}, longest first`} subtitle="Dates from the record; a plus means it still runs">
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
      <caption className="visually-hidden">Days between the first person knowing and the decision owner being informed</caption>
      <thead>
        <tr>
          <th scope="col">Risk</th><th scope="col">Decision owner</th><th scope="col">First known</th>
          <th scope="col">Reached the decision owner</th><th scope="col">Decided</th><th scope="col" className="numeric">Days</th>
        </tr>
      </thead>
      <tbody>
        {lags.map((lag) => (
          <tr key={lag.risk.id}>
            <th scope="row"><RiskLink risk={lag.risk.id}>{lag.risk.label}</RiskLink></th>
            <td data-label="Decision owner"><RiskOwner risk={lag.risk.id} /></td>
            <td data-label="First known"><DateText when={lag.firstKnownAt} /><span className="sub place-table__line"><Knower lag={lag} /></span></td>
            <td data-label="Reached the decision owner">{lag.ownerKnewAt === null ? <span className="gap-text">has not reached them</span> : <DateText when={lag.ownerKnewAt} />}</td>
            <td data-label="Decided">{lag.decidedAt === null ? <span className="muted">no decision recorded</span> : <DateText when={lag.decidedAt} />}</td>
            <td data-label="Days" className="numeric">{daysWords(lag)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Knower({ lag }: { lag: KnowledgeLag }) {
  const by = lag.firstKnownBy;
  if (by === null) return <>by whom is not recorded</>;
  return by.kind === 'team' ? <>by <TeamLink id={by.id} /></> : <>by <PersonLink id={by.id} /></>;
}
