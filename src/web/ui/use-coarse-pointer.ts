import { useSyncExternalStore } from 'react';

const QUERY = '(pointer: coarse)';

/** True where the reader points with a finger, so that rows need room for it. */
export function useCoarsePointer(): boolean {
  return useSyncExternalStore(subscribe, () => media()?.matches ?? false);
}

function media(): MediaQueryList | undefined {
  return typeof window.matchMedia === 'function' ? window.matchMedia(QUERY) : undefined;
}

function subscribe(changed: () => void): () => void {
  const list = media();
  list?.addEventListener('change', changed);
  return () => { list?.removeEventListener('change', changed); };
}
