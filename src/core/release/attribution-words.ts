import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { Attribution, FixedBy, IntroducedBy, TraceConfidence, TracedStage } from '#core/release/attribution.ts';

/** How sure it is, as the beginning of a line. */
export function confidenceWords(confidence: TraceConfidence): string {
  switch (confidence) {
    case 'stated': return say('Stated');
    case 'shown': return say('Shown by two scans');
    case 'at-latest': return say('At the latest');
    case 'offered': return say('Offered by dates, counted as not traced');
    case 'none': return say('Not traced');
  }
}

/** What the record has for where it was introduced; the subject is the evidence. */
export function introducedWords({ confidence, version, releaseId, absentIn }: IntroducedBy): string {
  const release = version ?? releaseId ?? '';
  switch (confidence) {
    case 'stated': return say('The source or the record states it.');
    case 'shown': return say('A scan of release {release} holds it; a complete scan of {before}, the release before, does not list it.', { release, before: absentIn ?? '' });
    case 'at-latest': return say('Of the releases on record, {release} is the first whose scan holds it. No complete scan of the release before by the same tool is on record, so it may be older.', { release });
    case 'offered': return say('The scans that hold it do not tell a release on record. {release} was the last release before it was first seen: offered to be confirmed or corrected.', { release });
    case 'none': return say('The scans that hold it do not tell a release on record, and no release of the service is on record before it was first seen.');
  }
}

/** Whether the release shipped with a vulnerability that was public; undefined where that cannot be told. */
export function shippedWordsOf({ shipped, publishedAt, shippedAt }: IntroducedBy): string | undefined {
  if (shipped === null || publishedAt === null || shippedAt === null) return undefined;
  const values = { published: dayInWords(publishedAt), shipped: dayInWords(shippedAt) };
  return shipped === 'became-vulnerable'
    ? say('Became public on {published}, after the release had shipped on {shipped}: it was not shipped vulnerable, and no stage let it pass.', values)
    : say('Public since {published}, before the release shipped on {shipped}: it was shipped vulnerable.', values);
}

/** How the stage that made it is known. */
export function madeAtWords({ method }: TracedStage): string {
  switch (method) {
    case 'stated': return say('The source or the record states it.');
    case 'first-stage': return say('A scan at the first stage of the release process holds it.');
    case 'after-shipping': return say('It became public after the release had shipped.');
    case 'order': case 'contained': case 'none': return say('No source states the stage, and no scan at the first stage of the release process holds it.');
  }
}

/** How the stage it got past is known. */
export function gotPastWords({ method }: TracedStage): string {
  switch (method) {
    case 'stated': return say('The source or the record states it.');
    case 'order': case 'first-stage': return say('The last stage between the one that made it and the one that found it, in the order of the release process.');
    case 'contained': return say('It was found at the stage that made it.');
    case 'after-shipping': return say('It became public after the release had shipped.');
    case 'none': return say('The stage that made it or the stage that found it is not on record.');
  }
}

/** How the team that fixed it is known. */
export function fixedWords({ confidence, version, releaseId }: FixedBy): string {
  switch (confidence) {
    case 'stated': return say('The source or the record states it.');
    case 'shown': case 'at-latest': return say('Release {release} is the first whose complete scan no longer lists it; the team is the one that shipped it.', { release: version ?? releaseId ?? '' });
    case 'offered': return say('The record does not hold who fixed it; the team owns the service, and is offered to be confirmed.');
    case 'none': return say('The record does not hold who fixed it.');
  }
}

/** One line on the whole: traced or not, and what that rests on. */
export function originHeadline({ introduced }: Attribution, isExternal: boolean): string {
  if (introduced.shipped === 'became-vulnerable') return say('It became public after the release that brought it had shipped');
  switch (introduced.confidence) {
    case 'stated': return say('Its origin is stated');
    case 'shown': return say('Its origin is traced: two scans show the release');
    case 'at-latest': return say('Its origin is traced: one scan shows the release, at the latest');
    case 'offered': case 'none': return isExternal ? say('It came with a bought-in component') : say('Its origin is not traced');
  }
}
