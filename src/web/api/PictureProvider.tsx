import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { Picture } from '#core/picture/picture.ts';
import { endpointQuery } from '#web/api/request.ts';
import { useViewDates } from '#web/url/use-address.ts';

/** What is known about the picture for the dates in the address. */
export type PictureState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | { status: 'shown'; picture: Picture; updating: boolean; error: Error | null; retry: () => void };

const PictureContext = createContext<Picture | undefined>(undefined);

/** Gives the pages below it the picture they are drawn from. */
export function PictureProvider({ picture, children }: { picture: Picture; children: ReactNode }) {
  return <PictureContext value={picture}>{children}</PictureContext>;
}

/** The picture of the page. Only for components inside the page frame, which shows nothing before it has one. */
export function usePicture(): Picture {
  const picture = useContext(PictureContext);
  if (picture === undefined) throw new Error('usePicture needs a PictureProvider above it');
  return picture;
}

/**
 * The picture for the dates in the address. While another is fetched, or when that did not work,
 * the last good one stays: `updating` and `error` say so.
 */
export function usePictureState(): PictureState {
  const dates = useViewDates();
  const client = useQueryClient();
  const query = useQuery(endpointQuery('pictureView', {}, dates));
  const retry = () => { void query.refetch(); };
  if (query.data !== undefined) {
    return { status: 'shown', picture: query.data, updating: query.isFetching, error: query.error, retry };
  }
  const lastGood = newest(client.getQueriesData<Picture>({ queryKey: ['pictureView'] }), (key) =>
    client.getQueryState(key)?.dataUpdatedAt ?? 0);
  if (lastGood !== undefined) {
    return { status: 'shown', picture: lastGood, updating: query.isFetching, error: query.error, retry };
  }
  return query.error === null ? { status: 'loading' } : { status: 'failed', error: query.error, retry };
}

function newest<K, V>(entries: readonly (readonly [K, V | undefined])[], ageOf: (key: K) => number): V | undefined {
  let best: { at: number; value: V } | undefined;
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    const at = ageOf(key);
    if (best === undefined || at > best.at) best = { at, value };
  }
  return best?.value;
}
