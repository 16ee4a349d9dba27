import type { ReactNode } from 'react';
import { counted } from '#core/picture/sentences/prose.ts';
import type { Behind, ColourWord, TranslatedItem } from '#core/translate/translate-list.ts';
import { colourWords } from '#core/translate/translate-words.ts';
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
    <Card className={className} headline={colourWords(picture, colour)} subtitle={`${counted(colour.items.length, 'item')} of the list; a risk counts under the item that names it most closely`}>
      <BehindFacts behind={colour} />
      <details className="translate-items">
        <summary>What its {counted(colour.items.length, 'item')} {colour.items.length === 1 ? 'means' : 'mean'} on the record</summary>
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
      <Fact term="Open risks"><Count risks={risks} /></Fact>
      <Fact term="Expected a year">{risks.length === 0 ? <None words="no open risk" /> : summary.unquantified === risks.length ? <NotMeasured /> : <><MoneyText amount={summary.expectedAnnualLoss} />{summary.unquantified === 0 ? null : <span className="sub"> and {summary.unquantified} without a range</span>}</>}</Fact>
      <Fact term="The oldest">{oldest === null ? <None words="no open risk" /> : <><RiskLink risk={oldest.id}>{oldest.label}</RiskLink> <span className="sub">open {counted(oldest.ageDays, 'day')}</span></>}</Fact>
      <Fact term="No decision in force"><Count risks={undecided} /></Fact>
      <Fact term="Evidence has not reached who decides"><Count risks={unseen} /></Fact>
      <Fact term="Nobody named"><Count risks={nobody} /></Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return <div className="translate-facts__fact"><dt className="sub">{term}</dt><dd>{children}</dd></div>;
}

/** More ids than this make an address that mail and browsers cut. */
const MOST_IN_ADDRESS = 300;

function Count({ risks }: { risks: Behind['risks'] }) {
  if (risks.length === 0) return <None words="none" />;
  if (risks.length > MOST_IN_ADDRESS) return <>{risks.length}</>;
  return <FilterLink filter={{ ids: risks.map((risk) => risk.id) }}>{risks.length}</FilterLink>;
}

function matchWords({ match }: TranslatedItem): string {
  switch (match.kind) {
    case 'none': return 'not on the record under this name';
    case 'closed': return `the risk “${match.name}” was closed by this date`;
    case 'several': return `could be ${match.names.join(' or ')}; nothing is counted`;
    case 'risk':
    case 'service':
    case 'process':
    case 'team': {
      const kinds = { risk: 'risk', service: 'service', process: 'release process', team: 'team' };
      return `the ${kinds[match.kind]} “${match.name}”${match.how === 'close' ? ', nearly so written' : ''}${match.kind === 'risk' ? '' : `, ${counted(match.riskIds.length, 'open risk')}`}`;
    }
  }
}
