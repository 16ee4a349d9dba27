import { say } from '#language/say.ts';
import { dayInWords, type When } from '#core/time.ts';
import { DEFAULT_POLICY_VERSION } from '#core/flags/default-policy-version.ts';

/**
 * A version as a sentence names it: `policy 2 of 3 Mar 2026`, `policy 2026-1`, `the product defaults`. `recordedAt` is
 * the day it was put on the record, `null` where a file does not say.
 */
export function policyWords(version: string, recordedAt: When | null): string {
  const day = recordedAt === null ? undefined : dayInWords(recordedAt);
  if (version === DEFAULT_POLICY_VERSION) return say('the product defaults');
  if (version === `${DEFAULT_POLICY_VERSION} with changes`) return day === undefined ? say('the product defaults with changes') : say('the product defaults with changes of {day}', { day });
  const number = /^policy-(\d+)$/.exec(version)?.[1];
  const name = number ?? version;
  return day === undefined ? say('policy {name}', { name }) : say('policy {name} of {day}', { name, day });
}
