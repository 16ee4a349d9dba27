import type { FlagId } from '#core/flags/flag.ts';
import { say } from '#language/say.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { viewOfConditions } from '#web/url/condition-filter.ts';
import type { Setting } from '#web/pages/policy/draft.ts';

export type FlagTally = Setting['moves'][number];

/** The flags a setting moves, each with how many are up; the number opens them. */
export function FlagCounts({ moves, words }: Pick<Setting, 'moves' | 'words'>) {
  if (moves.length === 0) {
    return <p className="policy-row__flags sub">{words.length === 0 ? say('Moves no flag.') : say('Moves no flag; stands in the words of {words}.', { words: words.join(', ') })}</p>;
  }
  return (
    <ul className={`policy-row__flags${moves.length > 3 ? ' policy-row__flags--many' : ''}`} aria-label={say('Flags it moves, with how many are up')}>
      {moves.map((one) => (
        <li key={one.flag}>{moves.length > 3 ? one.flag : `${one.flag} ${one.title}`}: <FlagCount {...one} /></li>
      ))}
    </ul>
  );
}

/** One count, as a link to exactly what it counts. */
export function FlagCount({ flag, title, count }: { flag: FlagId; title: string; count: number }) {
  if (count === 0) return <b>0</b>;
  return <PlaceLink to={{ page: 'conditions' }} view={viewOfConditions({ flags: [flag] })} className="number" label={say('{count, number} of {flag}, {title}', { count, flag, title })}>{count}</PlaceLink>;
}
