import { say } from '#language/say.ts';

/** What the bar shows, as its name. */
export function passedShareLabel(kept: number, past: number, stage: string): string {
  return say('{kept, number} of {both, plural, one {# finding} other {# findings}} found at {stage} itself', { kept, both: kept + past, stage });
}
