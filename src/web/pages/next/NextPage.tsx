import { nextSteps, type NextStep } from '#core/picture/next-steps.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { nextSentence, nextWords } from '#core/picture/sentences/next-words.ts';
import { atStart, verb } from '#core/picture/sentences/prose.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Ladder, ladderRows } from '#web/pages/next/Ladder.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Empty } from '#web/ui/states.tsx';

/** What an attacker would do next on every recorded path, whether anything stops it, and who owns that step. */
export function NextPage() {
  const picture = usePicture();
  const found = nextSteps(picture);
  const { headline, lede } = nextWords(picture, found);
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede}</p>
      </div>
      <div className="grid">
        {found.paths.map((path) => <Path key={path.risk.id} path={path} />)}
        <Without risks={found.without} />
      </div>
    </>
  );
}

function Path({ path }: { path: NextStep }) {
  const picture = usePicture();
  const { risk } = path;
  return (
    <Card
      className="span-6"
      headline={nextSentence(picture, path)}
      subtitle={<RiskLink risk={risk.id}>{risk.label}</RiskLink>}
      data={ladderRows(picture, path)}
      foot={<PlaceLink to={{ page: 'scenario', scenario: risk.id }} view={{}} label={`This path alone: ${risk.label}`}>This path alone</PlaceLink>}
    >
      <Ladder path={path} />
    </Card>
  );
}

function Without({ risks }: { risks: readonly RiskRow[] }) {
  if (risks.length === 0) return null;
  return (
    <Card
      className="span-12"
      headline={`${atStart(risks.length)} open ${verb(risks.length, 'risk has', 'risks have')} no path on record`}
      subtitle="Not measured is not safe: nobody wrote down what an attacker would do next"
    >
      <Empty>A path is a list of steps, each with its risk, its order, its state (open, detected, blocked or unknown) and its owner. Put them under “steps” in a record file and import it; one step is enough to begin.</Empty>
      <details className="next__without">
        <summary>{verb(risks.length, 'The risk', `The ${risks.length} risks`)} without a path</summary>
        <ul>{risks.map((risk) => <li key={risk.id}><RiskLink risk={risk.id}>{risk.label}</RiskLink><RiskOwner risk={risk.id} /></li>)}</ul>
      </details>
    </Card>
  );
}
