import type { Source } from '#importers/importer.ts';

/** A source whose bytes are at hand: an upload that was read, a sample, a test. */
export function memorySource(name: string, content: string | Uint8Array): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *bytes() {
      yield bytes;
    },
  };
}
