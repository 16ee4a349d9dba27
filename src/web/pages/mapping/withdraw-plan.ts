import type { MappingRow } from '#contract/mapping.ts';
import { say } from '#language/say.ts';
import type { ActPlan } from '#web/features/acts/act-plan.ts';

/** Takes a mapping back from today on. */
export function withdrawPlan({ id, way, findings }: MappingRow): ActPlan {
  return {
    label: say('Take it back'),
    records: way === 'derive'
      ? say('The derived risks are closed, but for those that somebody took or decided about; {findings, plural, one {# open finding} other {# open findings}} may be without a risk again.', { findings })
      : say('From today on nothing reaches a risk by it; {findings, plural, one {# open finding} other {# open findings}} may be without a risk again.', { findings }),
    about: '',
    fields: [],
    initial: { date: '', kind: 'mitigate', rationale: '', level: 'detail' },
    request: () => ({ name: 'mappingWithdraw', params: { id }, body: {} }),
  };
}
