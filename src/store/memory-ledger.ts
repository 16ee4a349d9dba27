import type { Ledger } from '#store/ledger-port.ts';

/** For a record that lives no longer than its page or test: nothing to be durable in. */
export function memoryLedger(): Ledger {
  let writes = 0;
  const next = (): Promise<string> => {
    writes += 1;
    return Promise.resolve(String(writes));
  };
  return { write: next, writeSetting: next, close: () => Promise.resolve() };
}
