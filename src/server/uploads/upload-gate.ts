import { say } from '#language/say.ts';
import { limits } from '#importers/reading/limits.ts';
import { RequestRefused } from '#server/access/refusal.ts';

/** Lets as many uploads in as can be waited for, and none of a token that asks too often. */
export interface UploadGate {
  /** Counts one upload of a token; throws `busy` with when to come back. The function it returns says that it is over. */
  enter(tokenId: string, now: number): () => void;
}

export function createUploadGate(): UploadGate {
  let inside = 0;
  const seconds = new Map<string, { second: number; count: number }>();
  return {
    enter(tokenId, now) {
      const second = Math.floor(now / 1_000);
      const held = seconds.get(tokenId);
      const count = held?.second === second ? held.count + 1 : 1;
      seconds.set(tokenId, { second, count });
      if (count > limits.uploadsPerSecond) throw busy(() => say('The token sent more files in a second than are taken.'), 1);
      if (inside >= limits.uploadsWaiting) throw busy(() => say('{count} files wait to be read.', { count: `${limits.uploadsWaiting}` }), 10);
      inside += 1;
      return () => {
        inside -= 1;
      };
    },
  };
}

function busy(detail: () => string, seconds: number): RequestRefused {
  return new RequestRefused('busy', () => ({ detail: detail(), headers: { 'Retry-After': String(seconds) } }));
}
