import { readPackRecord, type PackRecord } from '#core/pack/pack-record.ts';
import { unpackText } from '#web/pack/gzip.ts';

/** A pack as it was opened: what it holds, the seal it claims, and whether the two agree. */
export interface OpenedPack {
  record: PackRecord;
  sha256: string;
  /** `null` where the browser offers no SHA-256 to a file. */
  agrees: boolean | null;
}

/** The pack in the document itself. */
export async function openEmbeddedPack(page: Document): Promise<OpenedPack> {
  const element = page.getElementById('whose-call-pack');
  const sha256 = element?.dataset['sha256'] ?? '';
  const text = await unpackText(element?.textContent.trim() ?? '');
  return { record: readPackRecord(text), sha256, agrees: await agreement(text, sha256) };
}

async function agreement(text: string, sha256: string): Promise<boolean | null> {
  // Only a secure context has it; a file opened from disk is one in current browsers.
  if (!('subtle' in crypto)) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
