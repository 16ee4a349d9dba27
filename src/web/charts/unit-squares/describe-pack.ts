import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { LedgerItem, PackLedger } from '#core/picture/pack-ledger.ts';
import type { Picture } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import type { DataRows } from '#web/ui/DataTable.tsx';

/** The three runs of a pack as rows, one a square, in the order they are drawn. */
export function packRows(picture: Picture, { pack, shown, notShown, later }: PackLedger): DataRows {
  const runs: readonly (readonly [string, readonly LedgerItem[]])[] = [[say('in the pack'), shown], [say('known and not in the pack'), notShown], [say('became known later'), later]];
  return {
    caption: say('Risks and the pack of {at}', { at: dayInWords(pack.at) }),
    file: `known-and-shown-${pack.id}`,
    columns: [{ label: say('Risk') }, { label: say('Stands') }, { label: say('First known') }, { label: say('By') }, { label: say('Line on record') }, { label: say('Closed') }, { label: say('Expected annual loss'), numeric: true }],
    rows: runs.flatMap(([stands, items]) => items.map((item) => [
      { value: `${item.riskId} ${item.label}` },
      { value: stands },
      { value: item.firstKnownAt?.slice(0, 10) ?? null, shown: item.firstKnownAt === null ? say('not on the record') : dayInWords(item.firstKnownAt) },
      { value: knownBy(picture, item) },
      { value: item.lines.join(' ') },
      { value: item.closedAt?.slice(0, 10) ?? null, shown: item.closedAt === null ? 'open' : dayInWords(item.closedAt) },
      { value: item.expectedAnnualLoss === null ? null : Math.round(item.expectedAnnualLoss), shown: item.expectedAnnualLoss === null ? say('no range') : undefined },
    ])),
  };
}

/** What one run of a pack is, for a reader who does not see its squares. */
export function runWords(items: readonly LedgerItem[]): string {
  const first = items.slice(0, 5).map(({ label }) => label);
  const rest = items.length - first.length;
  return say('One square for each of {count, plural, one {# risk} other {# risks}}: {names}{more, plural, =0 {} other {; and # more}}.', { count: items.length, names: first.join('; '), more: rest });
}

function knownBy(picture: Picture, { firstKnownBy: by }: LedgerItem): string {
  if (by === null) return say('not recorded');
  return by.kind === 'team' ? namesOf(picture).teamName(by.id) : namesOf(picture).personName(by.id);
}
