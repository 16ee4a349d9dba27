import { say } from '#language/say.ts';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { FlagCount, type FlagTally } from '#web/pages/policy/FlagCounts.tsx';
import type { PolicyView } from '#web/pages/policy/draft.ts';

/** The flags the settings move, by name and count, and every setting as rows to take along. */
export function SettingsData({ view }: { view: PolicyView }) {
  const flags = new Map<string, FlagTally>();
  for (const { moves } of view.settings) for (const one of moves) flags.set(one.flag, one);
  const sorted = [...flags.values()].sort((a, b) => a.flag.localeCompare(b.flag, 'en', { numeric: true }));
  return (
    <Card id="flags" className="span-12" headline={say('The flags these settings move')} subtitle={say('How many are up; a number of risks opens them')} data={settingsData(view)}>
      <ul className="policy-flags">
        {sorted.map((one) => <li key={one.flag}>{one.flag} {one.title}: <FlagCount {...one} /></li>)}
      </ul>
    </Card>
  );
}

/** Every setting of the policy, as it stands on the page. */
export function settingsData({ settings, inForce, asOf }: PolicyView): DataRows {
  return {
    caption: say('Every setting of {words}, as of {asOf}', { words: inForce.words, asOf }),
    columns: [
      { label: say('Setting') }, { label: say('Name') }, { label: say('In force') }, { label: say('Product default') }, { label: say('Why') }, { label: say('Meaning') },
      { label: say('Flags it moves') }, { label: say('Changed') },
    ],
    rows: settings.map(({ label, name, valueWords, defaultWords, why, meaning, moves, changed }) => [
      { value: label }, { value: name }, { value: valueWords }, { value: defaultWords }, { value: why }, { value: meaning },
      { value: moves.map(({ flag, count }) => `${flag}: ${count}`).join(', ') },
      { value: changed === null ? '' : [changed.words, changed.by === null ? undefined : say('by {by}', { by: changed.by }), say('from {from}', { from: changed.from })].filter((part) => part !== undefined).join(', ') },
    ]),
    file: `policy-${asOf}`,
  };
}
