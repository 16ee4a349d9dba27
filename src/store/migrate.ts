import { numberOf, onlyRow, type Database } from '#store/database.ts';
import { migrations, type Migration } from '#store/schema.ts';

/** The oldest PostgreSQL whose dialect this is: `unique nulls not distinct` came with 15. */
const OLDEST_SERVER = 15;

/** The database was written by a newer version of this product; nothing was changed. */
export class SchemaTooNew extends Error {
  constructor(held: number, known: number) {
    super(
      `The database has schema ${held}; this version of Whose Call knows schemas up to ${known}. ` +
        'Nothing was changed. Start the newer version of Whose Call, or use another data folder or database.',
    );
    this.name = 'SchemaTooNew';
  }
}

export class ServerTooOld extends Error {
  constructor(held: number) {
    super(`The database server is PostgreSQL ${held}; Whose Call needs PostgreSQL ${OLDEST_SERVER} or newer.`);
    this.name = 'ServerTooOld';
  }
}

/**
 * Brings a database to the newest schema, one transaction a step, so that a killed process leaves
 * the step before or the step after. Safe when several processes start at once.
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  const server = onlyRow(await database.query(`select current_setting('server_version_num')::int / 10000 as major`));
  if (numberOf(server, 'major') < OLDEST_SERVER) throw new ServerTooOld(numberOf(server, 'major'));
  const writer = await database.lockWriter();
  try {
    await database.exec(
      'create table if not exists schema_step (version integer primary key, name text not null, applied_at timestamptz not null default now())',
    );
    const held = numberOf(onlyRow(await database.query('select coalesce(max(version), 0) as held from schema_step')), 'held');
    const newest = steps.at(-1)?.version ?? 0;
    if (held > newest) throw new SchemaTooNew(held, newest);
    const missing = steps.filter(({ version }) => version > held);
    for (const step of missing) {
      await database.transaction(async (queries) => {
        await queries.exec(step.sql);
        await queries.query('insert into schema_step (version, name) values ($1, $2)', [step.version, step.name]);
      });
    }
    // The embedded engine never looks at its tables by itself.
    if (missing.length > 0) await database.exec('analyze');
  } finally {
    await writer.release();
  }
}
