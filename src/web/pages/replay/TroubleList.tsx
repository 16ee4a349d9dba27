import type { CaseTrouble } from '#contract/case.ts';
import { say } from '#language/say.ts';
import { Card } from '#web/ui/Card.tsx';

/** Files or rows that were not taken: which, where in it, why, and what to do. */
export function TroubleList({ troubles, what }: { troubles: readonly CaseTrouble[]; what: 'file' | 'row' }) {
  if (troubles.length === 0) return null;
  return (
    <Card headline={what === 'file'
        ? say('{count, plural, one {# file} other {# files}} not taken', { count: troubles.length })
        : say('{count, plural, one {# row} other {# rows}} not taken', { count: troubles.length })} subtitle={what === 'file' ? say('The other cases stand as they are') : say('The replay goes without')} className="replay-trouble">
      <ul className="replay-known">
        {troubles.map(({ file, place, reason, remedy }) => <li key={`${file} ${place} ${reason}`}><strong>{file}, {place}</strong>: {reason} {remedy}</li>)}
      </ul>
    </Card>
  );
}
