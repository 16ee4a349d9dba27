import { evidenceAges, type Claim } from '#core/picture/evidence-ages.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { evidenceAgeWords, kindName, standingWords } from '#core/picture/sentences/evidence-age-words.ts';
import { say } from '#language/say.ts';
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
import { PageHead } from '#web/ui/PageHead.tsx';
import { ClaimLink, FilterLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { PolicyOf } from '#web/ui/PolicyLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Said } from '#web/ui/Said.tsx';
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
      <PageHead headline={page.headline} lede={page.lede} />
      {ages.count === 0 ? <Empty>{say('No open risk is on the record on this date.')}</Empty> : (
        <div className="grid">
          <Card
            className="span-12"
            headline={say('Days since the newest measurement, by kind')}
            subtitle={<>{words.subtitle} <AgeLegend /></>}
            data={withRowLinks(words.data, words.claims.map(({ risk }) => <RiskLink key={risk.id} risk={risk.id}>{risk.label}</RiskLink>))}
            foot={<Said message="Agreed ages: {policy}. <link>What to find out first</link>" values={{ policy: <PolicyOf picture={picture} />, link: (text) => <PlaceLink to={{ page: 'measure' }} view={{}}>{text}</PlaceLink> }} />}
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
                    label: <FilterLink filter={{ ids: claims.map(({ risk }) => risk.id) }} className="">{say('{kind}, every {days, plural, one {# day} other {# days}}', { kind: kindName(kind), days: limitDays })}</FilterLink>,
                    value: older.length === 0 ? <span>{say('none of {count, number} past', { count: claims.length })}</span> : <FilterLink filter={{ ids: older.map(({ risk }) => risk.id) }}>{say('{part, number} of {count, number} past', { part: older.length, count: claims.length })}</FilterLink>,
                  };
                }),
                ...(ages.never.length === 0 ? [] : [{
                  key: 'never',
                  label: <span>{say('Never measured')}</span>,
                  value: <FilterLink filter={{ ids: ages.never.map((risk) => risk.id) }}>{say('{count, plural, one {# risk} other {# risks}}', { count: ages.never.length })}</FilterLink>,
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
          <ClaimTable headline={say('Past the agreed age: {count, plural, one {# risk} other {# risks}}', { count: ages.older.length })} claims={ages.older} none={say('None found: every measurement is within its agreed age.')} />
          <NeverTable risks={ages.never} />
          {ages.narrow.length === 0 ? null : <ClaimTable headline={say('Clean, and of too small a part: {count, plural, one {# risk} other {# risks}}', { count: ages.narrow.length })} claims={ages.narrow} none="" />}
        </div>
      )}
    </>
  );
}

function ClaimTable({ headline, claims, none }: { headline: string; claims: readonly Claim[]; none: string }) {
  return (
    <Card className="span-12" headline={headline} subtitle={say('The furthest past first; the team is the one whose measurement is the newest')}>
      {claims.length === 0 ? <Empty>{none}</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{headline}</caption>
          <thead>
            <tr><th scope="col">{say('Risk')}</th><th scope="col">{say('Newest measurement')}</th><th scope="col">{say('Measured on')}</th><th scope="col">{say('Stands')}</th><th scope="col" className="numeric">{say('Expected a year')}</th></tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.risk.id}>
                <th scope="row"><RiskLink risk={claim.risk.id}>{claim.risk.label}</RiskLink><RiskOwner risk={claim.risk.id} /></th>
                <td data-label={say('Newest measurement')}>{kindName(claim.measured.kind)} <span className="sub place-table__line"><ClaimLink claim={claim.measured.evidenceId}>{claim.measured.evidenceId}</ClaimLink>{claim.measured.teamId === null ? null : <>{' '}<Said message="by {team}" values={{ team: <TeamLink id={claim.measured.teamId} /> }} /></>}</span></td>
                <td data-label={say('Measured on')}><DateText when={claim.measured.at} /></td>
                <td data-label={say('Stands')}>{claim.older ? <span className="gap-text">{standingWords(claim)}</span> : standingWords(claim)}</td>
                <td data-label={say('Expected a year')} className="numeric"><Loss risk={claim.risk} /></td>
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
    <Card className="span-12" headline={say('Never measured: {count, plural, one {# risk} other {# risks}}', { count: risks.length })} subtitle={say('No scan, metric, attestation, statement, assessment, audit or test of it is on the record')}>
      {risks.length === 0 ? <Empty>{say('None found: a measurement is on the record for every open risk.')}</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{say('Open risks that were never measured')}</caption>
          <thead><tr><th scope="col">{say('Risk')}</th><th scope="col">{say('Run by')}</th><th scope="col">{say('Opened')}</th><th scope="col" className="numeric">{say('Expected a year')}</th></tr></thead>
          <tbody>
            {risks.map((risk) => (
              <tr key={risk.id}>
                <th scope="row"><RiskLink risk={risk.id}>{risk.label}</RiskLink><RiskOwner risk={risk.id} /></th>
                <td data-label={say('Run by')}>{risk.owningTeamId === null ? <span className="muted">{say('no team recorded')}</span> : <TeamLink id={risk.owningTeamId} />}</td>
                <td data-label={say('Opened')}><DateText when={risk.openedAt} /></td>
                <td data-label={say('Expected a year')} className="numeric"><Loss risk={risk} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Loss({ risk }: { risk: RiskRow }) {
  return risk.expectedAnnualLoss === null ? <NotMeasured>{say('No range')}</NotMeasured> : <MoneyText amount={risk.expectedAnnualLoss} />;
}
