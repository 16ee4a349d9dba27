import { say } from '#language/say.ts';
import { daysBetween, type When } from '#core/time.ts';
import type { FindingRow } from '#contract/finding.ts';

/** What a finding is called: its title, else the scanner's own id, else ours. */
export function findingName(finding: Pick<FindingRow, 'id' | 'title' | 'externalId'>): string {
  return finding.title ?? finding.externalId ?? finding.id;
}

/** `open 12 days`, `fixed after 3 days`; ages in whole days as of a date. */
export function findingAge(finding: Pick<FindingRow, 'at' | 'fixedAt'>, asOf: When): string {
  const fixed = finding.fixedAt !== null && daysBetween(finding.fixedAt, asOf) >= 0;
  const days = daysBetween(finding.at, fixed && finding.fixedAt !== null ? finding.fixedAt : asOf);
  return fixed ? say('fixed after {days, plural, one {# day} other {# days}}', { days }) : say('open {days, plural, one {# day} other {# days}}', { days });
}
