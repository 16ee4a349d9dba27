import { say } from '#language/say.ts';
import type { Source } from '#importers/importer.ts';
import { RequestRefused } from '#server/access/refusal.ts';

/** A body that arrived whole and can be read more than once; nothing of it is kept after `discard`. */
export interface Spooled {
  source: Source;
  discard(): Promise<void>;
}

/**
 * Takes a body to where it can be read from. Rejects with `file-too-large` as soon as it is larger than `most` bytes,
 * whatever was said of its length.
 */
export type Spool = (name: string, body: ReadableStream<Uint8Array> | null, most: number) => Promise<Spooled>;

/** Keeps a body in memory: where there is no disk. */
export const memorySpool: Spool = async (name, body, most) => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(body)) {
    size += chunk.length;
    if (size > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return { source: { name, size, bytes: () => given(chunks) }, discard: () => Promise.resolve() };
};

/** The chunks of a body; it is cancelled where its reader stops early. */
export async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void, undefined> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

export function tooLarge(most: number): RequestRefused {
  return new RequestRefused('file-too-large', () => ({ detail: say('The file is larger than {size} MiB as it is sent.', { size: `${most / (1024 * 1024)}` }) }));
}

async function* given(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunks;
}
