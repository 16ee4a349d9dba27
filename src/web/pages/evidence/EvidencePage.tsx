import { evidenceAges, type Claim } from '#core/picture/evidence-ages.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { evidenceAgeWords, kindName, standingWords } from '#core/picture/sentences/evidence-age-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { EvidenceAgeChart } from '#web/charts/evidence-age/Chart.tsx';
import { describeEvidenceAge } from '#web/charts/evidence-age/describe.ts';
import { AgeLegend } from '#web/charts/evidence-age/Legend.tsx';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { ClaimLink, FilterLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { PolicyOf } from '#web/ui/PolicyLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/place/place.css';

/** Which claims are old or unmeasured: the newest measurement behind each open risk against its own agreed age. */
export function EvidencePage() {
  const picture = usePicture();
  const ages = evidenceAges(picture);
  const page = evidenceAgeWords(picture, ages);
  const words = describeEvidenceAge(picture, ages);
  return (
    <>
      <div className="page-head">
        <PageTitle>{page.headline}</PageTitle>
        {page.lede === '' ? null : <p className="lede">{page.lede}</p>}
      </div>
      {ages.count === 0 ? <Empty>No open risk is on the record on this date.</Empty> : (
        <div className="grid">
          <Card
            className="span-12"
            headline="Days since the newest measurement, by kind"
            subtitle={<>{words.subtitle} <AgeLegend /></>}
            data={withRowLinks(words.data, words.claims.map(({ risk }) => <RiskLink key={risk.id} risk={risk.id}>{risk.label}</RiskLink>))}
            foot={<>Agreed ages: <PolicyOf picture={picture} />. <PlaceLink to={{ page: 'measure' }} view={{}}>What to find out first</PlaceLink></>}
          >
            <ChartRows
              rowHeight={64}
              labelShare={0.26}
              valueWidth={120}
              rows={[
                ...ages.rows.map(({ kind, limitDays, claims }) => {
                  const older = claims.filter((claim) => claim.older);
                  return {
                    key: `${kind} ${limitDays}`,
                    label: <FilterLink filter={{ ids: claims.map(({ risk }) => risk.id) }} className="">{kindName(kind)}, every {counted(limitDays, 'day')}</FilterLink>,
                    value: older.length === 0 ? <span>none of {claims.length} past</span> : <FilterLink filter={{ ids: older.map(({ risk }) => risk.id) }}>{older.length} of {claims.length} past</FilterLink>,
                  };
                }),
                ...(ages.never.length === 0 ? [] : [{
                  key: 'never',
                  label: <span>Never measured</span>,
                  value: <FilterLink filter={{ ids: ages.never.map((risk) => risk.id) }}>{counted(ages.never.length, 'risk')}</FilterLink>,
                }]),
              ]}
              plot={<EvidenceAgeChart
                lanes={ages.rows.map(({ limitDays, claims }) => ({ limitDays, marks: claims.map(({ measured, older }) => ({ days: measured.ageDays, older })) }))}
                neverCount={ages.never.length}
                label={words.headline}
                description={words.alt}
              />}
            />
          </Card>
          <ClaimTable headline={`Past the agreed age: ${counted(ages.older.length, 'risk')}`} claims={ages.older} none="None found: every measurement is within its agreed age." />
          <NeverTable risks={ages.never} />
          {ages.narrow.length === 0 ? null : <ClaimTable headline={`Clean, and of too small a part: ${counted(ages.narrow.length, 'risk')}`} claims={ages.narrow} none="" />}
        </div>
      )}
    </>
  );
}

function ClaimTable({ headline, claims, none }: { headline: string; claims: readonly Claim[]; none: string }) {
  return (
    <Card className="span-12" headline={headline} subtitle="The furthest past first; the team is the one whose measurement is the newest">
      {claims.length === 0 ? <Empty>{none}</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{headline}</caption>
          <thead>
            <tr><th scope="col">Risk</th><th scope="col">Newest measurement</th><th scope="col">Measured on</th><th scope="col">Stands</th><th scope="col" className="numeric">Expected a year</th></tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.risk.id}>
                <th scope="row"><RiskLink risk={claim.risk.id}>{claim.risk.label}</RiskLink></th>
                <td data-label="Newest measurement">{kindName(claim.measured.kind)} <span className="sub place-table__line"><ClaimLink claim={claim.measured.evidenceId}>{claim.measured.evidenceId}</ClaimLink>{claim.measured.teamId === null ? null : <> by <TeamLink id={claim.measured.teamId} /></>}</span></td>
                <td data-label="Measured on"><DateText when={claim.measured.at} /></td>
                <td data-label="Stands">{claim.older ? <span className="gap-text">{standingWords(claim)}</span> : standingWords(claim)}</td>
                <td data-label="Expected a year" className="numeric"><Loss risk={claim.risk} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function NeverTable({ risks }: { risks: readonly RiskRow[] }) {
  return (
    <Card className="span-12" headline={`Never measured: ${counted(risks.length, 'risk')}`} subtitle="No scan, metric, attestation, statement, assessment, audit or test of it is on the record">
      {risks.length === 0 ? <Empty>None found: a measurement is on the record for every open risk.</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">Open risks that were never measured</caption>
          <thead><tr><th scope="col">Risk</th><th scope="col">Run by</th><th scope="col">Opened</th><th scope="col" className="numeric">Expected a year</th></tr></thead>
          <tbody>
            {risks.map((risk) => (
              <tr key={risk.id}>
                <th scope="row"><RiskLink risk={risk.id}>{risk.label}</RiskLink></th>
                <td data-label="Run by">{risk.owningTeamId === null ? <span className="muted">no team recorded</span> : <TeamLink id={risk.owningTeamId} />}</td>
                <td data-label="Opened"><DateText when={risk.openedAt} /></td>
                <td data-label="Expected a year" className="numeric"><Loss risk={risk} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Loss({ risk }: { risk: RiskRow }) {
  return risk.expectedAnnualLoss === null ? <NotMeasured>No range</NotMeasured> : <MoneyText amount={risk.expectedAnnualLoss} />;
}
