import { percent as inPercent } from '#language/numbers.ts';
import { messages, say } from '#language/say.ts';
import type { WorstAnswer } from '#core/exposure/exposure-questions.ts';
import { sharesByProcess, sharesByTeam, type BadYearShare } from '#core/picture/bad-year-shares.ts';
import type { Picture } from '#core/picture/picture.ts';
import { portfoliosOfLine, type CompanyPortfolio } from '#web/exposure/portfolios.ts';
import { useWorst, useYear, type Exposure } from '#web/exposure/use-exposure.ts';
import { WORST } from '#web/features/exposure/company-year.ts';
import { ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { ShareBar } from '#web/pages/exposure/ShareBar.tsx';
import { WideTable } from '#web/pages/exposure/WideTable.tsx';
import { Card } from '#web/ui/Card.tsx';
import { moneyProse } from '#web/ui/money-words.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { FilterLink } from '#web/ui/PlaceLink.tsx';

/** The figures of the worst 5% of years, and nothing else. */
const ONLY_SHORTFALL = { percentiles: [], thresholds: [], curvePoints: 0 } as const;

const everyWords = messages({
  team: 'By team that owns the risk',
  process: 'By release process the risk ships through; one that ships by several is divided by its stated shares, and counted whole in the last two columns',
});

/** Who brings what to the worst 5% of years: three figures that answer three questions, and only one of them adds up. */
export function SharesCard({ picture, whole, by }: { picture: Picture; whole: CompanyPortfolio; by: 'team' | 'process' }) {
  const worst = useWorst(whole.portfolio, WORST);
  const every = say(everyWords[by]);
  if (worst.status !== 'shown') {
    return <Card className="span-12" headline={say('What each {by, select, team {team} other {process}} brings to the bad years', { by })} subtitle={every}><ExposureState exposure={worst} height={260} /></Card>;
  }
  const { average, parts } = worst.figures;
  const lines = by === 'team' ? sharesByTeam(picture, parts) : sharesByProcess(picture, parts);
  const [first] = lines;
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  return (
    <Card className="span-12"
      headline={first === undefined ? say('No {by, select, team {team} other {process}} brings anything to the bad years', { by }) : say('{first} brings {worst} of the worst 5% of years, {mean} of the average year', { first: first.name, worst: percent(first.worst, average), mean: percent(first.mean, mean) })}
      subtitle={say('{every}. The worst 5% of years cost {average} on average. Only the shares add up to it.{rounded, select, yes { Figures are rounded.} other {}}', { every, average: moneyProse(average, picture.currency), rounded: addUpAsShown(lines, { mean, worst: average }) ? 'no' : 'yes' })}>
      <WideTable caption={say('The worst 5% of years by {by, select, team {team} other {process}}', { by })}>
        <thead>
          <tr>
            <th scope="col">{by === 'team' ? say('Team') : say('Release process')}</th>
            <th scope="col" className="numeric">{say('In an average year')}</th>
            <th scope="col" className="numeric">{say('This {by, select, team {team} other {process}}’s share of the company’s bad years', { by })}</th>
            <th scope="col" className="numeric">{say('This {by, select, team {team} other {process}} alone, in its own bad years', { by })}</th>
            <th scope="col" className="numeric">{say('What would go away with this {by, select, team {team} other {process}}’s risks', { by })}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => <ShareRow key={line.key} picture={picture} line={line} average={average} largest={first?.worst ?? 1} />)}
          <tr className="shares__sum">
            <th scope="row">{say('All')}</th>
            <td className="numeric"><MoneyText amount={mean} /></td>
            <td className="numeric"><MoneyText amount={average} /></td>
            <td className="numeric muted">{say('does not add up')}</td><td className="numeric muted">{say('does not add up')}</td>
          </tr>
        </tbody>
      </WideTable>
    </Card>
  );
}

function ShareRow({ picture, line, average, largest }: { picture: Picture; line: BadYearShare; average: number; largest: number }) {
  const portfolios = portfoliosOfLine(picture, line.key, line.riskIds);
  const alone = useYear(portfolios.alone.portfolio, ONLY_SHORTFALL);
  const beside = useYear(portfolios.beside.portfolio, ONLY_SHORTFALL);
  return (
    <tr>
      <th scope="row"><FilterLink filter={line.filter} className="shares__name">{line.name}</FilterLink></th>
      <td className="numeric"><MoneyText amount={line.mean} /></td>
      <td className="numeric shares__bar"><MoneyText amount={line.worst} /><ShareBar share={line.worst / largest} /></td>
      <td className="numeric"><Amount of={alone} read={({ es95 }) => es95} /></td>
      <td className="numeric">{beside.status === 'none' ? <MoneyText amount={average} /> : <Amount of={beside} read={({ es95 }) => Math.max(0, average - es95)} />}</td>
    </tr>
  );
}

function Amount({ of, read }: { of: Exposure<{ es95: number }>; read: (figures: { es95: number }) => number }) {
  if (of.status === 'shown') return <MoneyText amount={read(of.figures)} />;
  return <span className="muted" aria-busy={of.status === 'computing' ? 'true' : undefined}>{of.status === 'computing' ? '…' : say('not in money')}</span>;
}

/** Whether the figures add up to the last line as they are printed, to two digits. */
function addUpAsShown(lines: readonly BadYearShare[], whole: Record<'mean' | 'worst', number>): boolean {
  const printed = (amount: number): number => Number(amount.toPrecision(2));
  return (['mean', 'worst'] as const).every((figure) => {
    const sum = lines.reduce((all, line) => all + printed(line[figure]), 0);
    return Math.abs(sum - printed(whole[figure])) <= 1e-9 * whole[figure];
  });
}

function percent(part: WorstAnswer['average'], whole: number): string {
  return inPercent(String(whole > 0 ? Math.round((100 * part) / whole) : 0));
}
