/** The ledger, its high-water mark and the database do not fit together; nothing was changed. */
export class LedgerRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LedgerRefused';
  }
}
