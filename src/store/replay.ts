import { applyStaged, finishBatch, lockState } from '#store/apply-staged.ts';
import { numberOf, onlyRow, type Database, type Queries } from '#store/database.ts';
import type { LedgerBody } from '#store/ledger-body.ts';
import type { LedgerSetting } from '#store/ledger-port.ts';
import { KnownFindings } from '#store/known-findings.ts';
import { emptyStaging, restage } from '#store/staging.ts';
import { stagedVersion } from '#store/staged-version.ts';
import type { BatchHeader } from '#store/store.ts';

/** A checked line of the ledger, and where the ledger stands after it. */
export interface ReplayedLine {
  body: LedgerBody;
  position: string;
}

/**
 * Applies what a ledger holds and the database does not, batch by batch, each in one transaction
 * with the position it brings the database to. The result is the same record a store writing these
 * batches leaves: same versions, numbers, roll-ups, reports. Returns the number of changes applied.
 */
export async function replay(database: Database, lines: AsyncIterable<ReplayedLine>): Promise<number> {
  let header: BatchHeader | undefined;
  let staged = 0;
  let changes = 0;
  let lastSeq = 0;
  let known = new KnownFindings();
  for await (const { body, position } of lines) {
    switch (body.type) {
      case 'ledger':
        break;
      case 'begin':
        ({ header } = body);
        staged = 0;
        await emptyStaging(database);
        lastSeq = numberOf(onlyRow(await database.query('select last_seq::float8 as last_seq from record_state')), 'last_seq');
        known = new KnownFindings();
        break;
      case 'entries': {
        const from: BatchHeader = header ?? outside();
        await restage(database, body.entries.map((entry) => stagedVersion(entry, from)), known, { seq: lastSeq, position: staged });
        staged += body.entries.length;
        break;
      }
      case 'commit': {
        const { version, committedAt, report } = body;
        const batch = { version, committedAt, report, header: header ?? outside() };
        await database.transaction(async (queries) => {
          const state = await lockState(queries);
          await applyStaged(queries, batch, state);
          await finishBatch(queries, state, position);
        });
        changes += 1;
        break;
      }
      case 'setting':
        await database.transaction(async (queries) => {
          await writeSetting(queries, body);
          await setPosition(queries, position);
        });
        changes += 1;
        break;
    }
  }
  return changes;
}

export async function writeSetting(queries: Queries, { name, value }: LedgerSetting): Promise<void> {
  await queries.query(
    'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, value],
  );
}

/** Where in the ledger the database stands, as text only the ledger reads. */
export async function setPosition(queries: Queries, position: string): Promise<void> {
  await queries.query('update record_state set ledger_position = $1', [position]);
}

function outside(): never {
  throw new Error('The ledger holds versions outside a batch.');
}
