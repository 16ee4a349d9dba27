import { FilterLink } from '#web/ui/PlaceLink.tsx';
import type { Setting } from '#web/pages/policy/draft.ts';

export type FlagTally = Setting['moves'][number];

/** The flags a setting moves, each with how many are up; the number opens the risks. */
export function FlagCounts({ moves, words }: Pick<Setting, 'moves' | 'words'>) {
  if (moves.length === 0) {
    return <p className="policy-row__flags sub">{words.length === 0 ? 'Moves no flag.' : `Moves no flag; stands in the words of ${words.join(', ')}.`}</p>;
  }
  return (
    <ul className={`policy-row__flags${moves.length > 3 ? ' policy-row__flags--many' : ''}`} aria-label="Flags it moves, with how many are up">
      {moves.map((one) => (
        <li key={one.flag}>{moves.length > 3 ? one.flag : `${one.flag} ${one.title}`}: <FlagCount {...one} /></li>
      ))}
    </ul>
  );
}

/** One count, as a link where it counts risks and there are any. */
export function FlagCount({ flag, title, ofRisks, count }: FlagTally) {
  if (count === 0 || !ofRisks) return <b>{count}</b>;
  return <FilterLink filter={{ flags: [flag] }} label={`${count} ${count === 1 ? 'risk' : 'risks'} with ${flag}, ${title}`}>{count}</FilterLink>;
}
