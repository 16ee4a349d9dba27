import { canonicalJson } from '#store/canonical-json.ts';
import type { FindingFilter } from '#store/finding-filter.ts';
import { sha256 } from '#store/sha256.ts';
import { CursorRefused } from '#store/store.ts';

/** Sort key of the last finding of a page; the next page starts after it. */
export interface PagePosition {
  severityRank: number;
  atDay: string;
  id: string;
}

/** The marker of a page: its end, sealed to the filter it was made for. It grants nothing and holds no secret. */
export async function cursorAfter(position: PagePosition, filter: FindingFilter): Promise<string> {
  const body = canonicalJson([position.severityRank, position.atDay, position.id]);
  return `${(await seal(body, filter)).slice(0, 32)}.${encodeURIComponent(body)}`;
}

/** Reads a marker. Throws CursorRefused for one that was edited or made for another list. */
export async function readCursor(cursor: string, filter: FindingFilter): Promise<PagePosition> {
  const [mark, encoded] = cursor.split('.', 2);
  const body = decoded(cursor.slice((mark ?? '').length + 1));
  if (mark === undefined || encoded === undefined || (await seal(body, filter)).slice(0, 32) !== mark) throw new CursorRefused();
  const key: unknown = JSON.parse(body);
  if (!Array.isArray(key)) throw new CursorRefused();
  const [severityRank, atDay, id]: unknown[] = key;
  if (typeof severityRank !== 'number' || typeof atDay !== 'string' || typeof id !== 'string') throw new CursorRefused();
  return { severityRank, atDay, id };
}

function seal(body: string, filter: FindingFilter): Promise<string> {
  const { asOf, serviceIds, stageId, severity, ids, openOnly, ...others } = filter;
  const list = {
    asOf, severity, openOnly: openOnly !== false, serviceIds: serviceIds?.toSorted(), ids: ids?.toSorted(),
    stage: stageId === undefined ? 'any' : [stageId],
    others: JSON.stringify(Object.entries(others).filter(([, part]) => part !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  return sha256(`whose-call finding page\n${canonicalJson(list)}\n${body}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new CursorRefused();
  }
}
