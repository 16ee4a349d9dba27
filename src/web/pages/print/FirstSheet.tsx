import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { briefWords } from '#core/picture/sentences/brief-words.ts';
import { ReadinessGridTable } from '#web/charts/readiness-grid/Chart.tsx';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import { AskPart } from '#web/pages/print/AskPart.tsx';
import { LossPart } from '#web/pages/print/LossPart.tsx';
import { Sheet, SheetPart, type Paper } from '#web/pages/print/Sheet.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';

/** Page 1: the sentence, what is asked, what could be lost, and whether those who decide can and know. */
export function FirstSheet({ picture, paper }: { picture: Picture; paper: Paper }) {
  const { headline, lede } = briefWords(picture);
  return (
    <Sheet label={say('Page 1')} paper={paper}>
      <PageTitle className="sheet__sentence">{headline}</PageTitle>
      <p className="sheet__lede">{lede}</p>
      <AskPart picture={picture} />
      <LossPart picture={picture} />
      <ReadinessPart picture={picture} />
    </Sheet>
  );
}

function ReadinessPart({ picture }: { picture: Picture }) {
  const { headline, subtitle, caption, grid } = describeReadinessGrid(picture);
  return (
    <SheetPart headline={headline} subtitle={subtitle}>
      <ReadinessGridTable grid={grid} caption={caption} />
      <p className="sub sheet__key">{say('The half-square: left half, the person can decide; right half, the evidence has reached them; hollow, not. Dashed: nobody is named; dashed with a dot: the record cannot tell.')}</p>
    </SheetPart>
  );
}
