import type { ReactNode } from 'react';
import type { Behind, ColourWord, TranslatedItem } from '#core/translate/translate-list.ts';
import { colourWords } from '#core/translate/translate-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Card } from '#web/ui/Card.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { None } from '#web/ui/None.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';

/** One colour word as the list has it, drawn without its colour, and what stands behind it. */
export function ColourCard({ colour, className }: { colour: ColourWord; className: string }) {
  const picture = usePicture();
  return (
    <Card className={className} headline={colourWords(picture, colour)} subtitle={say('{items, plural, one {# item} other {# items}} of the list; a risk counts under the item that names it most closely', { items: colour.items.length })}>
      <BehindFacts behind={colour} />
      <details className="translate-items">
        <summary>{say('What its {items, plural, one {# item means} other {# items mean}} on the record', { items: colour.items.length })}</summary>
        <ul>{colour.items.map((item) => <li key={item.line}>{item.item}: <span className="sub">{matchWords(item)}</span></li>)}</ul>
      </details>
    </Card>
  );
}

/** How many, how much, how old, undecided, unseen: the five things a colour does not say. */
export function BehindFacts({ behind }: { behind: Behind }) {
  const { risks, summary, oldest, undecided, unseen } = behind;
  const nobody = risks.filter((risk) => risk.readiness === 'nobody-named');
  return (
    <dl className="translate-facts">
      <Fact term={say('Open risks')}><Count risks={risks} /></Fact>
      <Fact term={say('Expected a year')}>{risks.length === 0 ? <None words={say('no open risk')} /> : summary.unquantified === risks.length ? <NotMeasured /> : <><MoneyText amount={summary.expectedAnnualLoss} />{summary.unquantified === 0 ? null : <span className="sub">{' '}{say('and {unquantified, number} without a range', { unquantified: summary.unquantified })}</span>}</>}</Fact>
      <Fact term={say('The oldest')}>{oldest === null ? <None words={say('no open risk')} /> : <><RiskLink risk={oldest.id}>{oldest.label}</RiskLink> <span className="sub">{say('open {ageDays, plural, one {# day} other {# days}}', { ageDays: oldest.ageDays })}</span></>}</Fact>
      <Fact term={say('No decision in force')}><Count risks={undecided} /></Fact>
      <Fact term={say('Evidence has not reached who decides')}><Count risks={unseen} /></Fact>
      <Fact term={say('Nobody named')}><Count risks={nobody} /></Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return <div className="translate-facts__fact"><dt className="sub">{term}</dt><dd>{children}</dd></div>;
}

/** More ids than this make an address that mail and browsers cut. */
const MOST_IN_ADDRESS = 300;

function Count({ risks }: { risks: Behind['risks'] }) {
  if (risks.length === 0) return <None words={say('none')} />;
  if (risks.length > MOST_IN_ADDRESS) return <>{risks.length}</>;
  return <FilterLink filter={{ ids: risks.map((risk) => risk.id) }}>{risks.length}</FilterLink>;
}

function matchWords({ match }: TranslatedItem): string {
  switch (match.kind) {
    case 'none': return say('not on the record under this name');
    case 'closed': return say('the risk “{match}” was closed by this date', { match: match.name });
    case 'several': return say('could be any of these, so nothing is counted: {names}', { names: match.names.join('; ') });
    case 'risk':
      return match.how === 'close'
        ? say('the risk “{name}”, nearly so written', { name: match.name })
        : say('the risk “{name}”', { name: match.name });
    case 'service':
    case 'process':
    case 'team': {
      const values = { kind: match.kind, name: match.name, count: match.riskIds.length };
      return match.how === 'close'
        ? say('the {kind, select, service {service} process {release process} other {team}} “{name}”, nearly so written, {count, plural, one {# open risk} other {# open risks}}', values)
        : say('the {kind, select, service {service} process {release process} other {team}} “{name}”, {count, plural, one {# open risk} other {# open risks}}', values);
    }
  }
}
