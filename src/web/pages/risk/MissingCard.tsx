import { messages, say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { flagFamilies, type Flag, type FlagFamily } from '#core/flags/flag.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ActButton } from '#web/features/acts/ActButton.tsx';
import { flagAct } from '#web/features/acts/flag-act.ts';
import { HeadsUpNote } from '#web/features/place/HeadsUpNote.tsx';
import { TwoWays } from '#web/pages/risk/TwoWays.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PolicyLink } from '#web/ui/PolicyLink.tsx';
import { Empty } from '#web/ui/states.tsx';

const familyWords = messages({ authority: 'Authority', information: 'Information', process: 'Process' }) satisfies Readonly<Record<FlagFamily, string>>;

/** Lines before the rest is one click away. */
const LINES = 4;

/** What is missing, and the one act that closes it: at most four lines, the rest one click away. */
export function MissingCard({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const lines = risk.flags.length > 0 ? risk.flags : risk.moreFlags.slice(0, LINES);
  const more = risk.flags.length > 0 ? risk.moreFlags : risk.moreFlags.slice(LINES);
  return (
    <Card
      className="span-12 missing-card"
      headline={say('What is missing, and the one act that closes it')}
      subtitle={<Said message={lines.length === 0 ? 'Judged by {policy}' : 'Conditions of the record on this date, not of people; judged by {policy}'} values={{ policy: <PolicyLink /> }} />}
    >
      {lines.length === 0
        ? <Empty><Said message="Nothing is missing on the record as of {date}: no condition about authority, information or process is open." values={{ date: <DateText when={picture.asOf} /> }} /></Empty>
        : <Lines flags={lines} risk={risk} />}
      <TwoWays risk={risk} />
      {more.length === 0 ? null : (
        <details className="missing__more">
          <summary>{say('{more, number} more {more, plural, one {condition} other {conditions}}', { more: more.length })}</summary>
          <Lines flags={more} risk={risk} />
        </details>
      )}
    </Card>
  );
}

/** Lines in the order of the families; within a family in the order the rules gave. */
function Lines({ flags, risk }: { flags: readonly Flag[]; risk: RiskRow }) {
  const ordered = flagFamilies.flatMap((family) => flags.filter((flag) => flag.family === family));
  return (
    <div className="missing">
      {ordered.map((flag, index) => (
        <Line key={`${flag.flag} ${flag.subject} ${flag.sentence}`} flag={flag} risk={risk} repeats={ordered[index - 1]?.family === flag.family} />
      ))}
    </div>
  );
}

function Line({ flag, risk, repeats }: { flag: Flag; risk: RiskRow; repeats: boolean }) {
  const picture = usePicture();
  const plan = flagAct(picture, risk, flag);
  return (
    <div className="missing__row">
      <p className="missing__family">{repeats ? <span className="visually-hidden">{say(familyWords[flag.family])}</span> : say(familyWords[flag.family])}</p>
      <div>
        <p><b>{flag.title}.</b> {flag.sentence} <span className="sub"><Said message="Since {date}." values={{ date: <DateText when={flag.since} /> }} /></span></p>
        <HeadsUpNote flag={flag} />
      </div>
      <div>
        <p className="missing__next">{flag.nextStep}</p>
        {plan === null ? null : <ActButton plan={plan} />}
      </div>
    </div>
  );
}
