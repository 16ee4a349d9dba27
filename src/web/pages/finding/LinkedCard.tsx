import type { ReactElement } from 'react';
import { messages, say } from '#language/say.ts';
import type { FindingView } from '#contract/finding.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { FindingLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';

const methodWords = messages({
  'package-url': 'The same vulnerability in the same package, by its package URL.',
  'package-name': 'The same vulnerability in a package of the same name; one of the two gives no package URL.',
  'same-lines': 'The same weakness in the same file, in lines that overlap.',
  'near-weakness': 'A weakness of the same family in the same file, in lines that overlap.',
});

/** Other findings about the same defect: linked and never merged, so that what each source said stays. */
export function LinkedCard({ linked }: { linked: FindingView['linked'] }) {
  return (
    <Card
      className="span-12"
      headline={linked.length === 0 ? say('No other finding is about the same defect') : say('{count, plural, one {One more finding is} other {# more findings are}} about the same defect', { count: linked.length })}
      subtitle={say('What several tools found stays several findings, linked; where defects are counted they are one')}
    >
      {linked.length === 0 ? <Empty>{say('None found on this service: no vulnerability of the same name in the same package, and no weakness of its kind in the same lines.')}</Empty> : (
        <ul className="finding-decisions">
          {linked.map(({ id, source, at, fixedAt, method }) => (
            <li key={id}>
              <p>
                {fixedAt === null
                  ? <Said message="Also found by <link>{tool}</link> on {day}" values={found({ id, source, at })} />
                  : <Said message="Also found by <link>{tool}</link> on {day}, and fixed since" values={found({ id, source, at })} />}
              </p>
              <p className="sub">{method === null ? say('Through another of these findings: the names they go by are one.') : say(methodWords[method])}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function found({ id, source, at }: Pick<FindingView['linked'][number], 'id' | 'source' | 'at'>) {
  return {
    link: (words: readonly (string | ReactElement)[]) => <FindingLink key={id} finding={id}>{words}</FindingLink>,
    tool: source ?? say('a source without a name'),
    day: <DateText when={at} />,
  };
}
