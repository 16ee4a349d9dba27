import { messages, say } from '#language/say.ts';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';

/** What the page says first: how much arrives, and what of it waits for a person. */
export function sourcesWords({ sources, held, coverage, notTaken, moreNotTaken }: SourceList): { headline: string; lede: string } {
  if (sources.length === 0) return { headline: say('Nothing has arrived yet'), lede: say('Import a file, or let a pipeline push one; what it brings and what is not taken is listed here.') };
  const waiting = held.filter(({ verdict }) => verdict === null).length;
  const quiet = sources.filter(({ isQuiet }) => isQuiet).length;
  const refused = notTaken.length + moreNotTaken;
  const { with: scanned, total } = coverage.scan;
  return {
    headline: say('{count, plural, one {# source} other {# sources}}; {scanned, number} of {total, plural, one {# service} other {# services}} scanned within the limit', { count: sources.length, scanned, total }),
    lede: [
      ...(waiting === 0 ? [] : [say('{count, plural, one {# held scan waits} other {# held scans wait}} for a person.', { count: waiting })]),
      ...(quiet === 0 ? [] : [say('{count, plural, one {# source has} other {# sources have}} been quiet for longer than the limit.', { count: quiet })]),
      refused === 0 ? say('Everything that arrived was taken.') : say('{count, plural, one {# line was} other {# lines were}} not taken.', { count: refused }),
    ].join(' '),
  };
}

/** `12 days ago`, `never` where the record holds nothing. */
export function agoWords(age: number | null): string {
  if (age === null) return say('never');
  return say('{age, plural, =0 {today} one {# day ago} other {# days ago}}', { age });
}

const decisions = messages({
  accept: 'accepted', mitigate: 'to be reduced', transfer: 'transferred', avoid: 'avoided', stop: 'stopped', defer: 'deferred', 'pass-up': 'passed up',
});

/** How a decision is called in a list of what files carry. */
export function decisionWords(kind: string): string {
  return isKnown(kind) ? say(decisions[kind]) : kind;
}

function isKnown(kind: string): kind is keyof typeof decisions {
  return Object.hasOwn(decisions, kind);
}
