import { say } from '#language/say.ts';
import { yearsInWords } from '#core/exposure/equally-likely-years.ts';
import type { WorstAnswer } from '#core/exposure/exposure-questions.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import type { CompanyPortfolio } from '#web/exposure/portfolios.ts';
import { useWorst } from '#web/exposure/use-exposure.ts';
import { DOTS } from '#web/features/exposure/company-year.ts';
import { ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { ShareBar } from '#web/pages/exposure/ShareBar.tsx';
import { useExposureAddress } from '#web/pages/exposure/use-exposure-address.ts';
import { WideTable } from '#web/pages/exposure/WideTable.tsx';
import { Card } from '#web/ui/Card.tsx';
import { moneyProse } from '#web/ui/money-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

const SHOWN = 12;

/** The scenarios that make up the years over an amount, ranked by what they bring to them. */
export function OverCard({ picture, amount, whole }: { picture: Picture; amount: number; whole: CompanyPortfolio }) {
  const over = useWorst(whole.portfolio, { ask: 'over', amount });
  const view = useExposureAddress();
  const close = <PlaceLink to={{ page: 'exposure' }} view={view({ over: undefined })}>{say('Back to all years')}</PlaceLink>;
  const limit = moneyProse(amount, picture.currency, isStated(amount) ? 'exact' : 'modelled');
  if (over.status !== 'shown') {
    return <Card className="span-12" headline={say('What makes up the years above {limit}', { limit })} subtitle={close}><ExposureState exposure={over} height={200} /></Card>;
  }
  const { chance, average, parts } = over.figures;
  const ranked = rankedParts(picture, parts);
  return (
    <Card className="span-12" headline={say('{page}, losses exceed {limit}; such a year costs {average} on average', { page: yearsInWords(DOTS.page, chance), limit, average: moneyProse(average, picture.currency) })}
      subtitle={<>{say('What each scenario brings to those years on average; together exactly their average.')} {close}</>}>
      {ranked.length === 0 ? <Empty>{say('No year of the model reaches {limit}.', { limit })}</Empty> : <PartsTable picture={picture} ranked={ranked} average={average} />}
    </Card>
  );
}

/** An amount somebody stated, such as a tolerance, has few digits; one that the model gave is rounded as all of its figures. */
function isStated(amount: number): boolean {
  return Number(amount.toPrecision(3)) === amount;
}

interface RankedPart {
  risk: RiskRow;
  worst: number;
  mean: number;
}

function rankedParts(picture: Picture, parts: WorstAnswer['parts']): readonly RankedPart[] {
  const risks = new Map(picture.risks.map((risk) => [risk.id, risk]));
  return parts
    .flatMap(({ id, worst, mean }) => {
      const risk = risks.get(id);
      return risk === undefined ? [] : [{ risk, worst, mean }];
    })
    .sort((a, b) => b.worst - a.worst || (a.risk.id < b.risk.id ? -1 : 1));
}

function PartsTable({ picture, ranked, average }: { picture: Picture; ranked: readonly RankedPart[]; average: number }) {
  const names = namesOf(picture);
  const shown = ranked.slice(0, SHOWN);
  const rest = ranked.slice(SHOWN);
  const largest = Math.max(...ranked.map(({ worst }) => worst), 1);
  const sum = (parts: readonly RankedPart[], figure: 'worst' | 'mean'): number => parts.reduce((all, part) => all + part[figure], 0);
  return (
    <WideTable caption={say('Scenarios by what they bring to those years')}>
      <thead>
        <tr><th scope="col">{say('Scenario')}</th><th scope="col">{say('Decision owner')}</th><th scope="col" className="numeric">{say('In an average year')}</th><th scope="col" className="numeric">{say('In those years')}</th></tr>
      </thead>
      <tbody>
        {shown.map(({ risk, worst, mean }) => (
          <tr key={risk.id}>
            <th scope="row"><span className="with-glyph"><OwnerGlyph readiness={risk.readiness} /><RiskLink risk={risk.id}>{risk.label}</RiskLink></span><span className="visually-hidden">{say(readinessWords[risk.readiness])}</span></th>
            <td>{risk.ownerId === null ? say('Nobody named') : names.person(risk.ownerId) === undefined ? risk.ownerId : <PersonLink id={risk.ownerId} />}</td>
            <td className="numeric"><MoneyText amount={mean} /></td>
            <td className="numeric shares__bar"><MoneyText amount={worst} /><ShareBar share={worst / largest} /></td>
          </tr>
        ))}
        {rest.length === 0 ? null : (
          <tr><th scope="row" colSpan={2}>{say('{rest, plural, one {# more scenario} other {# more scenarios}}', { rest: rest.length })}</th><td className="numeric"><MoneyText amount={sum(rest, 'mean')} /></td><td className="numeric"><MoneyText amount={sum(rest, 'worst')} /></td></tr>
        )}
        <tr className="shares__sum"><th scope="row" colSpan={2}>{say('All')}</th><td className="numeric"><MoneyText amount={sum(ranked, 'mean')} /></td><td className="numeric"><MoneyText amount={average} /></td></tr>
      </tbody>
    </WideTable>
  );
}
