import { sealBatch, sealSetting } from '#store/ledger-batch.ts';
import { firstLine, type LedgerHead } from '#store/ledger-line.ts';
import type { Ledger } from '#store/ledger-port.ts';

/** A ledger that lives no longer than its page or test. */
export interface MemoryLedger extends Ledger {
  lines(): readonly string[];
}

/** Keeps the same chain as a file would, in memory. */
export function memoryLedger(ledgerId = 'memory'): MemoryLedger {
  const lines: string[] = [];
  let head: LedgerHead | undefined;

  async function currentHead(): Promise<LedgerHead> {
    if (head !== undefined) return head;
    const opened = await firstLine(ledgerId);
    lines.push(opened.line);
    head = opened.head;
    return head;
  }

  return {
    kept: 'before-commit',
    async write(batch) {
      let end = await currentHead();
      const before = lines.length;
      try {
        for await (const sealed of sealBatch(end, batch)) {
          lines.push(sealed.line);
          end = sealed.head;
        }
      } catch (error) {
        lines.length = before;
        throw error;
      }
      head = end;
      return JSON.stringify(end);
    },
    async writeSetting(setting) {
      const sealed = await sealSetting(await currentHead(), setting);
      lines.push(sealed.line);
      head = sealed.head;
      return JSON.stringify(head);
    },
    lines: () => lines,
    close: () => Promise.resolve(),
  };
}
