import { nextSteps, type NextStep } from '#core/picture/next-steps.ts';
import { nextSentence } from '#core/picture/sentences/next-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { AuthorityCard } from '#web/pages/risk/AuthorityCard.tsx';
import { NotFoundHere } from '#web/pages/not-found/NotFoundHere.tsx';
import { Ladder, ladderRows } from '#web/pages/next/Ladder.tsx';
import { Card } from '#web/ui/Card.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { RiskLink } from '#web/ui/PlaceLink.tsx';
import { ReadinessText } from '#web/ui/OwnerGlyph.tsx';
import { Said } from '#web/ui/Said.tsx';
import { usePlace } from '#web/url/use-address.ts';

/** One path of an attacker, step by step, and who decides the risk it leads to. */
export function ScenarioPage() {
  const picture = usePicture();
  const place = usePlace();
  if (place?.page !== 'scenario') return null;
  const path = nextSteps(picture).paths.find(({ risk }) => risk.id === place.scenario);
  return path === undefined ? <NotFoundHere what={say('path of an attacker')} id={place.scenario} place={place} /> : <OnePath path={path} />;
}

function OnePath({ path }: { path: NextStep }) {
  const picture = usePicture();
  const { risk } = path;
  return (
    <>
      <div className="page-head">
        <PageTitle>{nextSentence(picture, path)}</PageTitle>
        <p className="lede with-glyph">
          <span><RiskLink risk={risk.id}>{risk.label}</RiskLink>. <ReadinessText readiness={risk.readiness} />. {risk.expectedAnnualLoss === null ? say('No range of its loss is on the record.') : <Said message="{money} expected a year, averaged over many years." values={{ money: <MoneyText amount={risk.expectedAnnualLoss} /> }} />}</span>
        </p>
      </div>
      <div className="grid">
        <Card className="span-6" headline={say('The steps, in order')} subtitle={say('A bar across the line: something stops it there. A broken line: nothing does')} data={ladderRows(picture, path)}>
          <Ladder path={path} />
        </Card>
        <div className="span-6"><AuthorityCard risk={risk} /></div>
      </div>
    </>
  );
}
