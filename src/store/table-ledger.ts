import { onlyRow, textOf, type Database, type Queries } from '#store/database.ts';
import { sealBatch, sealSetting, type SealedLine } from '#store/ledger-batch.ts';
import { firstLine, readLine, type LedgerHead } from '#store/ledger-line.ts';
import { StoreStopped, type Ledger } from '#store/ledger-port.ts';

const PAGE = 100;

/**
 * The ledger as a table of the same database, written in the same transaction: on PostgreSQL, whose
 * own log is fsynced at COMMIT. `newId` names a ledger that does not exist yet.
 */
export function tableLedger(newId: () => string): Ledger {
  async function keep(sealed: SealedLine, within: Queries): Promise<void> {
    await within.query('insert into ledger (seq, line) values ($1, $2)', [sealed.head.seq, sealed.line]);
  }

  async function currentHead(within: Queries): Promise<LedgerHead> {
    const [first] = await within.query('select line from ledger where seq = 1');
    if (first === undefined) {
      const opened = await firstLine(newId());
      await keep(opened, within);
      return opened.head;
    }
    const end = onlyRow(await within.query('select line from ledger order by seq desc limit 1'));
    const line = readLine(textOf(end, 'line'));
    const opening = readLine(textOf(first, 'line'));
    if (line === undefined || opening === undefined) throw new StoreStopped(new Error('the end of the ledger is not an entry; run verify'));
    const { id } = JSON.parse(opening.body) as { id: string };
    return { ledgerId: id, seq: line.seq, hash: line.hash };
  }

  return {
    kept: 'with-commit',
    async write(batch, within) {
      let head = await currentHead(within);
      for await (const sealed of sealBatch(head, batch)) {
        await keep(sealed, within);
        head = sealed.head;
      }
      return JSON.stringify(head);
    },
    async writeSetting(setting, within) {
      const sealed = await sealSetting(await currentHead(within), setting);
      await keep(sealed, within);
      return JSON.stringify(sealed.head);
    },
    close: () => Promise.resolve(),
  };
}

/** The lines of a table ledger in their order. */
export async function* tableLedgerLines(database: Database): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const rows = await database.query(
      `select line, seq::float8 as seq from ledger where seq > $1::bigint order by seq limit ${PAGE}`,
      [after],
    );
    for (const row of rows) yield textOf(row, 'line');
    if (rows.length < PAGE) return;
    after += PAGE;
  }
}
