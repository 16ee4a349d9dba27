import { counted } from '#core/picture/sentences/prose.ts';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';

/** What the page says first: how much arrives, and what of it waits for a person. */
export function sourcesWords({ sources, held, coverage, notTaken, moreNotTaken }: SourceList): { headline: string; lede: string } {
  if (sources.length === 0) return { headline: 'Nothing has arrived yet', lede: 'Import a file, or let a pipeline push one; what it brings and what is not taken is listed here.' };
  const waiting = held.filter(({ verdict }) => verdict === null).length;
  const quiet = sources.filter(({ isQuiet }) => isQuiet).length;
  const refused = notTaken.length + moreNotTaken;
  const parts = [
    waiting === 0 ? undefined : `${counted(waiting, 'held scan')} ${waiting === 1 ? 'waits' : 'wait'} for a person`,
    quiet === 0 ? undefined : `${counted(quiet, 'source')} ${quiet === 1 ? 'has' : 'have'} been quiet for longer than the limit`,
    refused === 0 ? undefined : `${counted(refused, 'line')} ${refused === 1 ? 'was' : 'were'} not taken`,
  ].filter((part) => part !== undefined);
  const { with: scanned, total } = coverage.scan;
  return {
    headline: `${counted(sources.length, 'source')}; ${scanned} of ${counted(total, 'service')} scanned within the limit`,
    lede: parts.length === 0 ? 'Everything that arrived was taken.' : `${parts.join('; ')}.`,
  };
}

/** `12 days`, `never` where the record holds nothing. */
export function agoWords(age: number | null): string {
  if (age === null) return 'never';
  return age === 0 ? 'today' : age === 1 ? '1 day ago' : `${age.toLocaleString('en-US')} days ago`;
}

/** How a decision is called in a list of what files carry. */
export const decisionWords: Readonly<Record<string, string>> = {
  accept: 'accepted', mitigate: 'to be reduced', transfer: 'transferred', avoid: 'avoided', stop: 'stopped', defer: 'deferred', 'pass-up': 'passed up',
};
