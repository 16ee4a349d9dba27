import type { When } from '#core/time.ts';
import { say } from '#language/say.ts';
import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import type { PolicyView } from '#web/pages/policy/draft.ts';
import { Said } from '#web/ui/Said.tsx';

/** Every version so far, newest first: who, when, why, and what it says otherwise than the one before. */
export function VersionsCard({ view: { versions } }: { view: PolicyView }) {
  const recorded = versions.length - 1;
  return (
    <Card
      id="versions" className="span-12"
      headline={recorded === 0 ? say('No version is on the record yet: the product defaults are in force') : say('{recorded, plural, one {# version is} other {# versions are}} on the record', { recorded })}
      subtitle={say('Newest first; a version is never overwritten')}
    >
      <ol className="policy-versions">
        {versions.map(({ revision, words, recordedAt, recordedBy, reason, changes }) => (
          <li key={revision}>
            <h3>{words.charAt(0).toUpperCase() + words.slice(1)}</h3>
            <p className="sub">
              {revision === 0 ? say('What the product comes with.') : <>
                <RecordedWhen at={recordedAt} by={recordedBy} />{' '}
                {reason === null ? say('No reason is recorded.') : <>{say('Why: {reason}', { reason })}</>}{' '}
                {recordedAt === null ? null : <AsOfLink to={{ page: 'policy' }} asOf={recordedAt.slice(0, 10)}>{say('The policy of that day')}</AsOfLink>}
              </>}
            </p>
            {revision === 0 ? null : changes.length === 0
              ? <p>{say('Every value as in the version before it.')}</p>
              : <ul>{changes.map(({ name, label, from, to }) => <li key={name}><Said message="{setting}: {now}, was {before}" values={{ setting: label, now: <b>{to}</b>, before: from }} /></li>)}</ul>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function RecordedWhen({ at, by }: { at: When | null; by: string | null }) {
  if (at === null) return <>{by === null ? say('The day is not recorded.') : say('The day is not recorded; by {person}.', { person: by })}</>;
  const date = <DateText when={at} />;
  return by === null ? <Said message="Recorded on {date}." values={{ date }} /> : <Said message="Recorded on {date} by {person}." values={{ date, person: by }} />;
}
