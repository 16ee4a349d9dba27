import type { Picture } from '#core/picture/picture.ts';
import { briefWords } from '#core/picture/sentences/brief-words.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { LossIntervalsChart } from '#web/charts/loss-intervals/Chart.tsx';
import { describeLossIntervals } from '#web/charts/loss-intervals/describe.ts';
import { ReadinessGridTable } from '#web/charts/readiness-grid/Chart.tsx';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import { AskPart } from '#web/pages/print/AskPart.tsx';
import { Sheet, SheetPart } from '#web/pages/print/Sheet.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Page 1: the sentence, what is asked, what could be lost, and whether those who decide can and know. */
export function FirstSheet({ picture }: { picture: Picture }) {
  const { headline, lede } = briefWords(picture);
  return (
    <Sheet label="Page 1">
      <PageTitle className="sheet__sentence">{headline}</PageTitle>
      <p className="sheet__lede">{lede}</p>
      <AskPart picture={picture} />
      <LossPart picture={picture} />
      <ReadinessPart picture={picture} />
    </Sheet>
  );
}

function LossPart({ picture }: { picture: Picture }) {
  const { top, headline, subtitle, alt } = describeLossIntervals(picture, picture.risks.length);
  return (
    <SheetPart headline={headline} subtitle={<>{subtitle}{top.unquantified === 0 ? null : ` ${top.unquantified} ${top.unquantified === 1 ? 'has' : 'have'} no range.`}</>}>
      {top.rows.length === 0 ? <Empty>No open risk has a range on the record.</Empty> : (
        <ChartRows
          rowHeight={22} labelShare={0.6} valueName="a year" valueWidth={52} printWidth={688}
          rows={top.rows.map(({ risk, expectedAnnualLoss }) => ({
            key: risk.id,
            label: <><OwnerGlyph readiness={risk.readiness} /><span className="sheet__label">{risk.label}</span><span className="visually-hidden">{readinessWords[risk.readiness]}</span></>,
            value: <MoneyText amount={expectedAnnualLoss} />,
          }))}
          plot={<LossIntervalsChart intervals={top.rows.map((row) => row.exposure)} currency={picture.currency} label={headline} description={alt} />}
        />
      )}
    </SheetPart>
  );
}

function ReadinessPart({ picture }: { picture: Picture }) {
  const { headline, subtitle, caption, grid } = describeReadinessGrid(picture);
  return (
    <SheetPart headline={headline} subtitle={subtitle}>
      <ReadinessGridTable grid={grid} caption={caption} />
      <p className="sub sheet__key">
        The half-square: left half, the person can decide; right half, the evidence has reached them; hollow, not. Dashed: nobody is named; dashed with a dot: the record cannot tell.
      </p>
    </SheetPart>
  );
}
