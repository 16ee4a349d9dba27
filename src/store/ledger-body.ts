import type { Entry } from '#core/record/entry.ts';
import { canonicalJson } from '#store/canonical-json.ts';
import type { LedgerLine } from '#store/ledger-line.ts';
import type { BatchHeader } from '#store/store.ts';

/** What a line says, by its type. */
export type LedgerBody =
  | { type: 'ledger'; id: string; schema: string }
  | { type: 'begin'; version: number; header: BatchHeader }
  | { type: 'entries'; entries: readonly Entry[] }
  | { type: 'commit'; version: number; versions: number; committedAt: string; report: string }
  | { type: 'setting'; name: string; value: string };

/**
 * The body of a line whose hash was found right, or of one just written. Throws SyntaxError on text
 * that is no JSON. The casts name what the writer of a sealed line put there (`ledger-batch.ts`).
 */
export function bodyOf(line: LedgerLine): LedgerBody {
  const body: unknown = JSON.parse(line.body);
  switch (line.type) {
    case 'ledger':
      return { type: 'ledger', ...(body as { id: string; schema: string }) };
    case 'begin':
      return { type: 'begin', ...(body as { version: number; header: BatchHeader }) };
    case 'entries':
      return { type: 'entries', ...(body as { entries: readonly Entry[] }) };
    case 'commit': {
      const commit = body as { version: number; versions: number; committedAt: string; report: unknown };
      return { type: 'commit', ...commit, report: canonicalJson(commit.report) };
    }
    case 'setting':
      return { type: 'setting', ...(body as { name: string; value: string }) };
  }
}
