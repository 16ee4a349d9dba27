import { usePicture } from '#web/api/PictureProvider.tsx';
import { describeBrief } from '#web/pages/brief/describe.ts';
import { ChangesCard } from '#web/pages/brief/ChangesCard.tsx';
import { CoverageLine } from '#web/pages/brief/CoverageLine.tsx';
import { KnewCard } from '#web/pages/brief/KnewCard.tsx';
import { LossCard } from '#web/pages/brief/LossCard.tsx';
import { ReadinessCard } from '#web/pages/brief/ReadinessCard.tsx';
import { TeamByProcessCard } from '#web/pages/brief/TeamByProcessCard.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import '#web/pages/brief/brief.css';

/** What fits 1440 x 900 without scrolling; the rest is folded into a last row or column, never left out. */
const ROOM = { rows: 7, columns: 7 };
const ROWS = 5;

/** The board brief: six questions, each answered on one card. */
export function BriefPage() {
  const picture = usePicture();
  const { headline, lede } = describeBrief(picture);
  return (
    <div className="brief">
      <PageTitle>{headline}</PageTitle>
      <div className="brief__lede"><p>{lede}</p><CoverageLine picture={picture} /></div>
      <div className="grid brief__cards">
        <LossCard picture={picture} />
        <ReadinessCard picture={picture} />
        <TeamByProcessCard picture={picture} room={ROOM} />
        <KnewCard picture={picture} rows={ROWS} />
        <ChangesCard picture={picture} rows={ROWS} />
      </div>
    </div>
  );
}
