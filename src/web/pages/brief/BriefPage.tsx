import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { briefWords } from '#core/picture/sentences/brief-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { AsksCard } from '#web/pages/brief/AsksCard.tsx';
import { ChangesCard } from '#web/pages/brief/ChangesCard.tsx';
import { KnewCard } from '#web/pages/brief/KnewCard.tsx';
import { LossCard } from '#web/pages/brief/LossCard.tsx';
import { ReadinessCard } from '#web/pages/brief/ReadinessCard.tsx';
import { roomFor } from '#web/charts/team-by-process/room.ts';
import { TeamByProcessCard } from '#web/pages/brief/TeamByProcessCard.tsx';
import { InParts } from '#web/ui/InParts.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { FilterLink } from '#web/ui/PlaceLink.tsx';
import '#web/pages/brief/brief.css';

/** What fits 1440 x 900 without scrolling; the rest is folded into a last row or column, never left out. */
const ROOM = { rows: 6, columns: 7 };
const ROWS = 5;

/** The board brief: six questions, each answered on one card. */
export function BriefPage() {
  const picture = usePicture();
  const { headline, lede, filter } = briefWords(picture);
  return (
    <div className="brief">
      <PageTitle><FilterLink filter={filter} className="brief__headline">{headline}</FilterLink></PageTitle>
      <p className="brief__lede">{lede}</p>
      <div className="grid brief__cards">
        <InParts>
          <AsksCard picture={picture} />
          <LossCard picture={picture} />
          <ReadinessCard picture={picture} />
          <p className="brief__sheet print-only">{say('As of {asOf}, against {against}', { asOf: dayInWords(picture.asOf), against: dayInWords(picture.against) })}</p>
          <TeamByProcessCard picture={picture} room={roomFor(ROOM, picture.currency)} />
          <KnewCard picture={picture} rows={ROWS} />
          <ChangesCard picture={picture} rows={ROWS} />
        </InParts>
      </div>
    </div>
  );
}
