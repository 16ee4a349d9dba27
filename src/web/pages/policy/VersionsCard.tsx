import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import type { PolicyView } from '#web/pages/policy/draft.ts';

/** Every version so far, newest first: who, when, why, and what it says otherwise than the one before. */
export function VersionsCard({ view: { versions } }: { view: PolicyView }) {
  const recorded = versions.length - 1;
  return (
    <Card
      id="versions" className="span-12"
      headline={recorded === 0 ? 'No version is on the record yet: the product defaults are in force' : `${recorded} ${recorded === 1 ? 'version is' : 'versions are'} on the record`}
      subtitle="Newest first; a version is never overwritten"
    >
      <ol className="policy-versions">
        {versions.map(({ revision, words, recordedAt, recordedBy, reason, changes }) => (
          <li key={revision}>
            <h3>{words.charAt(0).toUpperCase() + words.slice(1)}</h3>
            <p className="sub">
              {revision === 0 ? 'What the product comes with.' : <>
                {recordedAt === null ? 'The day is not recorded' : <>Recorded on <DateText when={recordedAt} /></>}{recordedBy === null ? '' : ` by ${recordedBy}`}.{' '}
                {reason === null ? 'No reason is recorded.' : <>Why: {reason}</>}{' '}
                {recordedAt === null ? null : <AsOfLink to={{ page: 'policy' }} asOf={recordedAt.slice(0, 10)}>The policy of that day</AsOfLink>}
              </>}
            </p>
            {revision === 0 ? null : changes.length === 0
              ? <p>Every value as in the version before it.</p>
              : <ul>{changes.map(({ name, label, from, to }) => <li key={name}>{label}: <b>{to}</b>, was {from}</li>)}</ul>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
