import { Said } from '#web/ui/Said.tsx';
import type { Flag } from '#core/flags/flag.ts';
import { ConditionSubject } from '#web/features/place/ConditionSubject.tsx';
import { HeadsUpNote } from '#web/features/place/HeadsUpNote.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PolicyLink } from '#web/ui/PolicyLink.tsx';
import '#web/features/place/place.css';

/** Conditions about a team, a process or the organisation, each with its next step. */
export function FlagLines({ flags }: { flags: readonly Flag[] }) {
  return (
    <>
      <ul className="flag-lines">
        {flags.map((flag) => (
          <li key={`${flag.flag} ${flag.subject} ${flag.sentence}`}>
            <p><b>{flag.title}.</b> {flag.sentence} <span className="sub"><Said message="Since {date}." values={{ date: <DateText when={flag.since} /> }} /></span></p>
            <p className="sub">{flag.nextStep}</p>
            {flag.subjectKind === 'organisation' ? null : <p className="sub"><Said message="Behind it: {conditionSubject}" values={{ conditionSubject: <ConditionSubject flag={flag} /> }} /></p>}
            <HeadsUpNote flag={flag} />
          </li>
        ))}
      </ul>
      <p className="sub"><Said message="Judged by {policy}." values={{ policy: <PolicyLink /> }} /></p>
    </>
  );
}
