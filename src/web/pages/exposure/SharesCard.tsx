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

const words = {
  team: { noun: 'team', every: 'By team that owns the risk' },
  process: { noun: 'process', every: 'By release process the risk ships through; one that ships by several is divided by its stated shares, and counted whole in the last two columns' },
} as const;

/** Who brings what to the worst 5% of years: three figures that answer three questions, and only one of them adds up. */
export function SharesCard({ picture, whole, by }: { picture: Picture; whole: CompanyPortfolio; by: 'team' | 'process' }) {
  const worst = useWorst(whole.portfolio, WORST);
  const { noun, every } = words[by];
  if (worst.status !== 'shown') {
    return <Card className="span-12" headline={`What each ${noun} brings to the bad years`} subtitle={every}><ExposureState exposure={worst} height={260} /></Card>;
  }
  const { average, parts } = worst.figures;
  const lines = by === 'team' ? sharesByTeam(picture, parts) : sharesByProcess(picture, parts);
  const [first] = lines;
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  return (
    <Card className="span-12"
      headline={first === undefined ? `No ${noun} brings anything to the bad years` : `${first.name} brings ${percent(first.worst, average)} of the worst 5% of years, ${percent(first.mean, mean)} of the average year`}
      subtitle={`${every}. The worst 5% of years cost ${moneyProse(average, picture.currency)} on average. Only the shares add up to it.${addUpAsShown(lines, { mean, worst: average }) ? '' : ' Figures are rounded.'}`}>
      <WideTable caption={`The worst 5% of years by ${noun}`}>
        <thead>
          <tr>
            <th scope="col">{by === 'team' ? 'Team' : 'Release process'}</th>
            <th scope="col" className="numeric">In an average year</th>
            <th scope="col" className="numeric">This {noun}&rsquo;s share of the company&rsquo;s bad years</th>
            <th scope="col" className="numeric">This {noun} alone, in its own bad years</th>
            <th scope="col" className="numeric">What would go away with this {noun}&rsquo;s risks</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => <ShareRow key={line.key} picture={picture} line={line} average={average} largest={first?.worst ?? 1} />)}
          <tr className="shares__sum">
            <th scope="row">All</th>
            <td className="numeric"><MoneyText amount={mean} /></td>
            <td className="numeric"><MoneyText amount={average} /></td>
            <td className="numeric muted">does not add up</td><td className="numeric muted">does not add up</td>
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
  return <span className="muted" aria-busy={of.status === 'computing' ? 'true' : undefined}>{of.status === 'computing' ? '…' : 'not in money'}</span>;
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
  return `${whole > 0 ? Math.round((100 * part) / whole) : 0}%`;
}
