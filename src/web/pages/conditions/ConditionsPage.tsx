import { useLocation } from 'react-router';
import { conditionGroups, conditionsOf, type ConditionFilter, type ConditionGroup } from '#core/picture/conditions.ts';
import { conditionsWords, subjectWords } from '#core/picture/sentences/condition-words.ts';
import type { FlagSubjectKind } from '#core/flags/flag.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ConditionSubject } from '#web/features/place/ConditionSubject.tsx';
import { HeadsUpNote } from '#web/features/place/HeadsUpNote.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty, FilteredOut } from '#web/ui/states.tsx';
import { parseConditionFilter, viewOfConditions } from '#web/url/condition-filter.ts';
import '#web/features/place/place.css';
import '#web/pages/conditions/conditions.css';
import { Said } from '#web/ui/Said.tsx';

/** Rows of one kind before the rest is one click away, and one on a phone: on the page of that kind all stand open. */
const FIRST = 3;

/** Every condition that is up, by kind with its count; each leads to what it is about. The address carries the filter. */
export function ConditionsPage() {
  const picture = usePicture();
  const filter = parseConditionFilter(new URLSearchParams(useLocation().search));
  const filtered = filter.flags !== undefined || filter.about !== undefined;
  const groups = conditionGroups(picture, filter);
  const { headline, lede } = conditionsWords(groups, filtered);
  const total = conditionsOf(picture).length;
  return (
    <>
      <PageHead headline={headline} lede={lede} />
      <div className="grid">
        <Subjects filter={filter} />
        {groups.length > 0 ? groups.map((group) => <Group key={group.flag} group={group} filter={filter} />) : (
          <div className="span-12">
            {filtered && total > 0 ? <FilteredOut total={total} noun={say('conditions')} clear={{ page: 'conditions' }} /> : <Empty>{say('Nothing is missing on the record on this date.')}</Empty>}
          </div>
        )}
      </div>
    </>
  );
}

/** What the conditions are about, each count with its list. */
function Subjects({ filter }: { filter: ConditionFilter }) {
  const picture = usePicture();
  const kinds = Object.keys(subjectWords).filter((kind): kind is FlagSubjectKind => Object.hasOwn(subjectWords, kind));
  return (
    <nav className="span-12 conditions__about" aria-label={say('What they are about')}>
      <PlaceLink to={{ page: 'conditions' }} view={{}} current={filter.about === undefined && filter.flags === undefined ? 'true' : undefined}>{say('All {count, number}', { count: conditionsOf(picture).length })}</PlaceLink>
      {kinds.map((kind) => {
        const count = conditionsOf(picture, { about: [kind] }).length;
        if (count === 0) return <span key={kind} className="muted">{say('{kind}: none', { kind: say(subjectWords[kind]) })}</span>;
        const chosen = filter.about?.includes(kind) === true;
        return <PlaceLink key={kind} to={{ page: 'conditions' }} view={viewOfConditions({ about: [kind] })} current={chosen ? 'true' : undefined}>{say('{kind} {count, number}', { kind: say(subjectWords[kind]), count })}</PlaceLink>;
      })}
    </nav>
  );
}

function Group({ group: { flag, title, conditions }, filter }: { group: ConditionGroup; filter: ConditionFilter }) {
  const alone = filter.flags?.length === 1;
  const shown = alone ? conditions : conditions.slice(0, FIRST);
  return (
    <Card
      id={flag}
      className={alone ? 'span-12' : 'span-6 conditions__kind'}
      headline={say('{title}: {count, plural, one {# condition} other {# conditions}}', { title, count: conditions.length })}
      subtitle={flag}
      foot={alone || conditions.length === 1 ? undefined : (
        <p className={shown.length < conditions.length ? undefined : 'conditions__rest'}>
          <PlaceLink to={{ page: 'conditions' }} view={viewOfConditions({ ...filter, flags: [flag] })}>{say('All {conditions, number} of this kind', { conditions: conditions.length })}</PlaceLink>
        </p>
      )}
    >
      <ul className="flag-lines">
        {shown.map((condition) => (
          <li key={`${condition.subject} ${condition.sentence}`}>
            <p><b><ConditionSubject flag={condition} /></b></p>
            <p>{condition.sentence} <span className="sub"><Said message="Since {date}." values={{ date: <DateText when={condition.since} /> }} /></span></p>
            <p className="sub">{condition.nextStep}</p>
            <HeadsUpNote flag={condition} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
