import type { LedgerItem, PackLedger } from '#core/picture/pack-ledger.ts';
import { say } from '#language/say.ts';
import { UnitRuns, type UnitMark, type UnitRun } from '#web/charts/unit-squares/Chart.tsx';
import { runWords } from '#web/charts/unit-squares/describe-pack.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** Three runs of squares of one pack: in it, known and not in it, known later. Each count leads to its rows on the page of the pack. */
export function PackUnits({ ledger, alone = false }: { ledger: PackLedger; alone?: boolean }) {
  const run = (key: string, mark: UnitMark, items: readonly LedgerItem[], words: string, label: string): UnitRun => {
    const link = alone
      ? <a href={`#${key}`} className="number" aria-label={label}>{items.length}</a>
      : <PlaceLink to={{ page: 'pack', pack: ledger.pack.id }} view={{}} className="number" label={label}>{items.length}</PlaceLink>;
    return { key, mark, count: items.length, words, description: runWords(items), counted: items.length === 0 ? 0 : link };
  };
  return (
    <UnitRuns
      runs={[
        run('shown', 'filled', ledger.shown, say('in the pack'), say('{count, plural, one {# risk} other {# risks}} in the pack', { count: ledger.shown.length })),
        run('not-shown', 'gap', ledger.notShown, say('known and not in the pack'), say('{count, plural, one {# risk} other {# risks}} known and not in the pack', { count: ledger.notShown.length })),
        run('later', 'faint', ledger.later, say('became known later'), say('{count, plural, one {# risk} other {# risks}} became known later', { count: ledger.later.length })),
      ]}
    />
  );
}
