import { canonicalJson } from '#store/canonical-json.ts';
import { sealLine, type LedgerHead } from '#store/ledger-line.ts';
import type { LedgerBatch, LedgerSetting } from '#store/ledger-port.ts';

export interface SealedLine {
  line: string;
  head: LedgerHead;
}

/** The lines of one batch: begin, its versions in chunks, commit. */
export async function* sealBatch(head: LedgerHead, batch: LedgerBatch): AsyncGenerator<SealedLine> {
  let sealed = await sealLine(head, 'begin', canonicalJson({ header: batch.header, version: batch.version }));
  yield sealed;
  let versions = 0;
  for await (const chunk of batch.chunks()) {
    versions += chunk.length;
    sealed = await sealLine(sealed.head, 'entries', `{"entries":[${chunk.join(',')}]}`);
    yield sealed;
  }
  const committedAt = JSON.stringify(batch.committedAt);
  const commit = `{"committedAt":${committedAt},"report":${batch.report},"version":${batch.version},"versions":${versions}}`;
  yield await sealLine(sealed.head, 'commit', commit);
}

export function sealSetting(head: LedgerHead, { name, value }: LedgerSetting): Promise<SealedLine> {
  return sealLine(head, 'setting', canonicalJson({ name, value }));
}
