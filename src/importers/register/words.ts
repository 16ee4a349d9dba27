import { urgencies, type Urgency } from '#core/record/entities.ts';

/** Words of a decision column that say nothing was decided yet. */
export function isUndecided(cell: string): boolean {
  return ['open', 'undecided', 'not decided', 'pending', 'to be decided', 'under review', 'in review', 'no decision', 'awaiting decision', 'proposed'].includes(plainWord(cell));
}

/** What a status word says of a risk; `undefined` for a word that is not known. */
export function statusOf(cell: string): 'open' | 'closed' | 'accepted' | undefined {
  const word = plainWord(cell);
  if (closedWords.has(word)) return 'closed';
  if (openWords.has(word)) return 'open';
  return word === 'accepted' || word === 'risk accepted' || word === 'tolerated' ? 'accepted' : undefined;
}

const closedWords: ReadonlySet<string> = new Set([
  'closed', 'close', 'resolved', 'retired', 'done', 'complete', 'completed', 'archived', 'cancelled', 'canceled', 'fixed', 'remediated',
]);

const openWords: ReadonlySet<string> = new Set([
  'open', 'opened', 'new', 'active', 'live', 'current', 'identified', 'assessed', 'analysed', 'analyzed', 'draft', 'in progress', 'ongoing', 'pending',
  'monitor', 'monitoring', 'monitored', 'under review', 'in review', 'treating', 'in treatment', 'being treated', 'mitigated', 'mitigating',
  'treated', 'reopened', 'to do', 'planned', 'escalated', 'deferred',
]);

const urgencyDays: ReadonlyMap<string, Urgency> = new Map(
  urgencies.flatMap((urgency): [string, Urgency][] => [[urgency, urgency], [urgency.slice(1), urgency]]),
);

/** `U14` from `U14`, `u14`, `14` or `14 days`; `undefined` for anything else. */
export function urgencyOf(cell: string): Urgency | undefined {
  return urgencyDays.get(cell.trim().toUpperCase().replace(/\s*(D|DAYS?)$/, ''));
}

function plainWord(cell: string): string {
  return cell.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
}
