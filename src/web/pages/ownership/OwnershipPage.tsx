import { conditionsOf, conditionsOfOrganisation } from '#core/picture/conditions.ts';
import { latestBy } from '#core/picture/decision-roster.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ownershipPageWords } from '#core/picture/sentences/page-words.ts';
import { ReadinessGridTable } from '#web/charts/readiness-grid/Chart.tsx';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import { EvidenceStripCard } from '#web/features/evidence-strip/EvidenceStripCard.tsx';
import { FlagLines } from '#web/features/place/FlagLines.tsx';
import { RiskListCard } from '#web/features/risk-list/RiskListCard.tsx';
import { usePageRisks } from '#web/features/risk-list/use-page-risks.ts';
import { Card } from '#web/ui/Card.tsx';
import { ReadinessText, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/pages/ownership/ownership.css';

/** Rows of the strip: as many as are read at a glance; the list below has every risk. */
const STRIPS = 10;

/** Who decides, can they, do they know: six counts that sum to the open risks, and the list behind each. */
export function OwnershipPage() {
  const picture = usePicture();
  const page = usePageRisks();
  const { headline, subtitle, caption, grid } = describeReadinessGrid(picture);
  const words = ownershipPageWords(picture, page.filter);
  const ofAll = conditionsOfOrganisation(picture);
  const chosen = page.filter.readiness ?? [];
  return (
    <>
      <div className="page-head">
        <PageTitle>{words.headline}</PageTitle>
        <p className="lede">{words.lede} <PlaceLink to={{ page: 'decisions' }} view={{}}>{say('Open decisions by decider')}</PlaceLink></p>
      </div>
      <div className="grid">
        <Card id="states" className="span-5" headline={headline} subtitle={say('{subtitle}, of all open risks', { subtitle })}>
          <ReadinessGridTable grid={grid} caption={caption} />
        </Card>
        <Card className="span-7" headline={say('How to read the half-squares')} subtitle={say('Left half: can decide. Right half: knows. Filled: has it. Hollow: the record does not show it')}>
          <ul className="glyph-key">{readinessStates.map((state) => <li key={state}><ReadinessText readiness={state} /></li>)}</ul>
          <p className="sub glyph-key__note">{say('“Cannot tell” is not “lacks”: the owner, a grant or an alias points at something the record does not hold.')}</p>
        </Card>
        <Card
          className="span-12"
          headline={ofAll.length === 0 ? say('No condition about the whole organisation or its packs is open') : say('Conditions about the whole organisation and its packs')}
          foot={<PlaceLink to={{ page: 'conditions' }} view={{}}>{say('All {conditionsOf, number} conditions open on the record', { conditionsOf: conditionsOf(picture).length })}</PlaceLink>}
        >
          {ofAll.length === 0 ? <Empty>{say('None found among the rules about the whole organisation.')}</Empty> : <FlagLines flags={ofAll} />}
        </Card>
        {page.risks.length === 0 ? null : <EvidenceStripCard asked={stripsOf(picture, page.risks)} which={page.risks.length > STRIPS ? say('The {count, number} with the most expected annual loss of the {all, number} below.', { count: STRIPS, all: page.risks.length }) : undefined} />}
        <div className="span-12">
          <RiskListCard
            page={page}
            place={{ page: 'ownership' }}
            none={say('No risk is open on the record on this date.')}
            foot={page.risks.length > 12 ? <a href="#states" className="screen-only">{say('Back to the six states')}</a> : undefined}
            headline={chosen.length === 1 && chosen[0] !== undefined ? `${say(readinessWords[chosen[0]])}: ${say('{risks, plural, one {# open risk} other {# open risks}}', { risks: page.risks.length })}` : undefined}
          />
        </div>
      </div>
    </>
  );
}

/** The largest, each with whose seeing is asked and the newest decision. */
function stripsOf({ asOf }: Picture, risks: readonly RiskRow[]) {
  return risks
    .toSorted((a, b) => (b.expectedAnnualLoss ?? -1) - (a.expectedAnnualLoss ?? -1) || (a.id < b.id ? -1 : 1))
    .slice(0, STRIPS)
    .map((risk) => ({ risk, personId: risk.information.personId, decidedAt: latestBy(risk.decisions, asOf)?.at ?? null }));
}
