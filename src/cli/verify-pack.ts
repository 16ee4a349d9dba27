import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Entry } from '#core/record/entry.ts';
import { readPackFile } from '#core/pack/pack-file.ts';
import { readPackRecord } from '#core/pack/pack-record.ts';
import { sha256 } from '#store/sha256.ts';

/** One pack's file against itself and against the record. */
export interface PackCheck {
  file: string;
  ok: boolean;
  /** What was found, in one sentence. */
  finding: string;
}

/** The seals on the record, by the id of their pack. */
export function sealsOf(entries: Iterable<Entry>): ReadonlyMap<string, string> {
  const seals = new Map<string, string>();
  for (const { kind, entity } of entries) {
    // The first version stands: a later one could otherwise give an old pack another seal.
    if (kind === 'packs' && entity.sha256 !== undefined && !seals.has(entity.id)) seals.set(entity.id, entity.sha256);
  }
  return seals;
}

/** Whether a file holds what was sealed, and whether the record says that this was sealed. Throws only where it cannot be read. */
export async function checkPackFile(path: string, file: string, seals: ReadonlyMap<string, string>): Promise<PackCheck> {
  const found = readPackFile(await readFile(path, 'utf8'));
  const broken = (finding: string): PackCheck => ({ file, ok: false, finding });
  if (found === undefined) return broken(`${file} is not a board pack, or its mark was cut out.`);
  const text = unpacked(found.payload);
  if (text === undefined) return broken(`What is in ${file} cannot be unpacked: it was changed after it was sealed.`);
  const hash = await sha256(text);
  if (hash !== found.sha256) return broken(`What is in ${file} has the SHA-256 ${hash}; its seal says ${found.sha256}.`);
  const { id } = readPackRecord(text);
  const sealed = seals.get(id);
  if (sealed === undefined) return broken(`${file} agrees with its own seal, but this record holds no sealed pack ${id}.`);
  if (sealed !== hash) return broken(`${file} agrees with its own seal, but the record sealed another content as ${id}: SHA-256 ${sealed}.`);
  return { file, ok: true, finding: `${file} is what the record sealed as ${id}.` };
}

function unpacked(payload: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(payload, 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
}
