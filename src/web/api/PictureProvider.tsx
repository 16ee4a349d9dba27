import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import type { Picture } from '#core/picture/picture.ts';
import { isAway } from '#web/api/away-context.ts';
import { RequestProblem } from '#web/api/problem.ts';
import { endpointQuery } from '#web/api/request.ts';
import { forgetPictures, keepPicture, keptPicture } from '#web/offline/kept-pictures.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { useViewDates } from '#web/url/use-address.ts';
import type { ViewDates } from '#web/url/view-dates.ts';

/** What is known about the picture for the dates in the address. */
export type PictureState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | { status: 'shown'; picture: Picture; updating: boolean; offline: boolean; error: Error | null; retry: () => void };

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

/** How often a server that is away is asked again, in milliseconds. */
const ASK_AGAIN = 15_000;

/**
 * The picture for the dates in the address. While another is fetched, or when that did not work,
 * the last good one stays: `updating` and `error` say so. While the server is away it is the copy this
 * browser keeps, and `offline` says so; the server is asked again until it answers.
 */
export function usePictureState(): PictureState {
  const dates = useViewDates();
  const client = useQueryClient();
  const query = useQuery({
    ...endpointQuery('pictureView', {}, dates),
    refetchInterval: ({ state }) => (isAway(state.error) ? ASK_AGAIN : false),
  });
  // While it is asked again, a query without an answer forgets its error.
  const askedAgain = query.data === undefined && query.error === null && query.errorUpdateCount > 0;
  const away = isAway(query.error ?? query.failureReason) || askedAgain;
  const kept = useQuery({
    queryKey: ['keptPicture', dates], queryFn: () => keptPicture(dates), enabled: away && query.data === undefined, staleTime: 0, retry: false,
  });
  useKeeping(dates, query.data, query.error);
  useAskingAgain(away);
  const retry = () => { void query.refetch(); };
  if (query.data !== undefined) {
    return { status: 'shown', picture: query.data, updating: query.isFetching && !away, offline: away, error: query.error, retry };
  }
  const lastGood = newest(client.getQueriesData<Picture>({ queryKey: ['pictureView'] }), (key) =>
    client.getQueryState(key)?.dataUpdatedAt ?? 0);
  const picture = (away ? kept.data : undefined) ?? lastGood;
  if (picture !== undefined) {
    return { status: 'shown', picture, updating: query.isFetching && !away, offline: away, error: query.error, retry };
  }
  return query.error === null || kept.isLoading ? { status: 'loading' } : { status: 'failed', error: query.error, retry };
}

/** Keeps what the server answered for when it is away; drops it where the server says that the reader may not see it. */
function useKeeping({ asOf, against }: ViewDates, picture: Picture | undefined, error: Error | null): void {
  const inPack = usePack() !== undefined;
  const isRefused = error instanceof RequestProblem && (error.status === 401 || error.status === 403);
  useEffect(() => {
    if (inPack) return;
    if (isRefused) void forgetPictures();
    else if (picture !== undefined) void keepPicture({ asOf, against }, picture);
  }, [inPack, isRefused, picture, asOf, against]);
}

/** Once the server is back, whatever did not load meanwhile is asked for again. */
function useAskingAgain(away: boolean): void {
  const client = useQueryClient();
  const wasAway = useRef(away);
  useEffect(() => {
    if (wasAway.current && !away) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    wasAway.current = away;
  }, [away, client]);
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
