import { say } from '#language/say.ts';
import type { Preview } from '#web/pages/policy/use-preview.ts';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { FindingLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { ProcessLink } from '#web/ui/ProcessLink.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';

type FlagEffect = Preview['flags'][number];
type Subject = FlagEffect['gained'][number];

/** Names shown before the reader opens the rest. */
const FIRST = 4;

/** Flag by flag: how many before and after, and which subjects gain or lose it. */
export function EffectRows({ flags }: { flags: readonly FlagEffect[] }) {
  if (flags.length === 0) return null;
  return (
    <ul className="policy-effect__flags">
      {flags.map(({ flag, title, before, after, gained, lost }) => (
        <li key={flag}>
          <p><b>{flag}</b> {title}: {before} → <b>{after}</b></p>
          <Names word={say('Appears on')} subjects={gained} />
          <Names word={say('Goes from')} subjects={lost} />
        </li>
      ))}
    </ul>
  );
}

function Names({ word, subjects }: { word: string; subjects: readonly Subject[] }) {
  if (subjects.length === 0) return null;
  const rest = subjects.slice(FIRST);
  return (
    <>
      <p className="sub">{word} {subjects.length}:</p>
      <ul className="policy-effect__names">{subjects.slice(0, FIRST).map((one) => <li key={`${one.kind} ${one.id}`}><SubjectLink subject={one} /></li>)}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{say('{rest, number} more', { rest: rest.length })}</summary>
          <ul className="policy-effect__names">{rest.map((one) => <li key={`${one.kind} ${one.id}`}><SubjectLink subject={one} /></li>)}</ul>
        </details>
      )}
    </>
  );
}

function SubjectLink({ subject: { kind, id, label } }: { subject: Subject }) {
  switch (kind) {
    case 'risk': return <RiskLink risk={id}>{label}</RiskLink>;
    case 'team': return <TeamLink id={id} />;
    case 'process': return <ProcessLink id={id} />;
    case 'person': return <PersonLink id={id} />;
    case 'finding': return <FindingLink finding={id}>{label}</FindingLink>;
    case 'step':
    case 'pack':
    case 'organisation': return <>{label}</>;
  }
}
