import { bodyOf } from '#store/ledger-body.ts';
import { hashOf, LEDGER_SCHEMA, readLine, type LedgerHead, type LedgerLine } from '#store/ledger-line.ts';

/** The first entry that is not what was written, by its place in the chain. */
export interface BrokenEntry {
  /** Number the entry must have; the line of the file it stands on. */
  entry: number;
  reason: string;
}

export type LedgerReport =
  | { ok: true; entries: number; batches: number; head: LedgerHead }
  | { ok: false; entries: number; batches: number; broken: BrokenEntry };

/** Checks lines one after the other; throws nothing, says what is wrong with the first that is. */
export interface ChainCheck {
  /** The line, or why it is not the next of this chain. */
  next(text: string): Promise<{ ok: true; line: LedgerLine } | { ok: false; broken: BrokenEntry }>;
  head(): LedgerHead;
  batches(): number;
  /** True between `begin` and `commit`. */
  inBatch(): boolean;
}

/**
 * Follows a chain from its first line, or from a `head` known to be right. Checks form, number, link,
 * hash, and that batches begin, hold as many versions as they say, and commit in order.
 */
export function chainCheck(from?: { head: LedgerHead; version: number }): ChainCheck {
  let head: LedgerHead = from?.head ?? { ledgerId: '', seq: 0, hash: '0'.repeat(64) };
  let version = from?.version ?? 0;
  let batches = 0;
  let open: { version: number; versions: number } | undefined;

  /** The reason a rightly sealed line cannot stand here. */
  function misplaced(line: LedgerLine): string | undefined {
    const body = bodyOf(line);
    if ((body.type === 'ledger') !== (line.seq === 1)) return 'a ledger is opened once, by its first entry';
    switch (body.type) {
      case 'ledger':
        return body.schema === LEDGER_SCHEMA ? undefined : `its format is ${body.schema}, this version reads ${LEDGER_SCHEMA}`;
      case 'begin':
        if (open !== undefined) return 'a batch begins inside another';
        if (body.version !== version + 1) return `it begins batch ${body.version} after batch ${version}`;
        open = { version: body.version, versions: 0 };
        return undefined;
      case 'entries':
        if (open === undefined) return 'versions stand outside a batch';
        open.versions += body.entries.length;
        return undefined;
      case 'commit':
        if (open?.version !== body.version || open.versions !== body.versions) return 'it commits another batch than the one begun';
        version = body.version;
        batches += 1;
        open = undefined;
        return undefined;
      case 'setting':
        return open === undefined ? undefined : 'a setting stands inside a batch';
    }
  }

  /** A forger can seal anything, also what is no body of its type. */
  function misplacedOrUnreadable(line: LedgerLine): string | undefined {
    try {
      return misplaced(line);
    } catch {
      return 'its content cannot be read';
    }
  }

  return {
    async next(text) {
      const entry = head.seq + 1;
      const refuse = (reason: string) => ({ ok: false as const, broken: { entry, reason } });
      const line = readLine(text);
      if (line === undefined) return refuse('it is not a whole entry of the ledger');
      if (line.seq !== entry) return refuse(`entry ${line.seq} stands in its place`);
      if (line.prev !== head.hash) return refuse('it does not follow from the entry before');
      const ledgerId = entry === 1 ? idOf(line) : head.ledgerId;
      if ((await hashOf(ledgerId, line.seq, line.type, line.prev, line.body)) !== line.hash) {
        return refuse('its content does not match its hash');
      }
      const reason = misplacedOrUnreadable(line);
      if (reason !== undefined) return refuse(reason);
      head = { ledgerId, seq: line.seq, hash: line.hash };
      return { ok: true, line };
    },
    head: () => head,
    batches: () => batches,
    inBatch: () => open !== undefined,
  };
}

/**
 * Checks a whole ledger and names its first broken entry. `mark`, a head known from elsewhere (the
 * high-water mark, the database, a board pack), also finds a tail that was cut or rewritten.
 */
export async function verifyLedger(
  lines: AsyncIterable<string> | Iterable<string>,
  mark?: { seq: number; hash: string },
): Promise<LedgerReport> {
  const check = chainCheck();
  const broken = (at: BrokenEntry): LedgerReport => ({ ok: false, entries: check.head().seq, batches: check.batches(), broken: at });
  for await (const text of lines) {
    const answer = await check.next(text);
    if (!answer.ok) return broken(answer.broken);
    if (answer.line.seq === mark?.seq && answer.line.hash !== mark.hash) {
      return broken({ entry: mark.seq, reason: 'it is not the entry that was confirmed under this number' });
    }
  }
  const { seq } = check.head();
  if (mark !== undefined && seq < mark.seq) {
    return broken({ entry: seq + 1, reason: `the ledger ends here; entries up to ${mark.seq} were confirmed` });
  }
  if (check.inBatch()) return broken({ entry: seq + 1, reason: 'the ledger ends inside a batch' });
  return { ok: true, entries: seq, batches: check.batches(), head: check.head() };
}

/** Read before the hash is checked: the id is under the hash too. */
function idOf(line: LedgerLine): string {
  try {
    const body = bodyOf(line);
    return body.type === 'ledger' ? body.id : '';
  } catch {
    return '';
  }
}
