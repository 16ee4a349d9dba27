import { nextSteps, type NextStep } from '#core/picture/next-steps.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { nextSentence, nextWords } from '#core/picture/sentences/next-words.ts';
import { atStart } from '#core/picture/sentences/prose.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Ladder, ladderRows } from '#web/pages/next/Ladder.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
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
      <PageHead headline={headline} lede={lede} />
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
      foot={<PlaceLink to={{ page: 'scenario', scenario: risk.id }} view={{}} label={say('This path alone: {risk}', { risk: risk.label })}>{say('This path alone')}</PlaceLink>}
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
      headline={say('{spelled} open {count, plural, one {risk has} other {risks have}} no path on record', { spelled: atStart(risks.length), count: risks.length })}
      subtitle={say('Not measured is not safe: nobody wrote down what an attacker would do next')}
    >
      <Empty>{say('A path is a list of steps, each with its risk, its order, its state (open, detected, blocked or unknown) and its owner. Put them under “steps” in a record file and import it; one step is enough to begin.')}</Empty>
      <details className="next__without">
        <summary>{say('{count, plural, one {The risk} other {The # risks}} without a path', { count: risks.length })}</summary>
        <ul>{risks.map((risk) => <li key={risk.id}><RiskLink risk={risk.id}>{risk.label}</RiskLink><RiskOwner risk={risk.id} /></li>)}</ul>
      </details>
    </Card>
  );
}
