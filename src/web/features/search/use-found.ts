import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { CaseListAnswer } from '#contract/case.ts';
import { findableIn, type Findable } from '#core/picture/findable.ts';
import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { endpointQuery } from '#web/api/request.ts';
import type { FoundKind } from '#web/features/search/place-of-hit.ts';
import { createSearcher, type Searcher } from '#web/features/search/searcher.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { useViewDates } from '#web/url/use-address.ts';

export interface Hit {
  kind: FoundKind;
  id: string;
  name: string;
  path: string | null;
}

export interface FoundGroup {
  kind: FoundKind;
  hits: readonly Hit[];
  more: boolean;
}

/** What a search has found so far, and how far the server's part of it has come. */
export interface Found {
  groups: readonly FoundGroup[];
  /** The names of the picture are still being read. */
  reading: boolean;
  /** `not-held`: a pack holds no findings and no cases. */
  server: 'asking' | 'answered' | 'not-held' | 'not-reached';
  retry: () => void;
}

/** Letters typed within this time are one question to the server, in milliseconds. */
const PAUSE = 150;

const searchers = new WeakMap<object, Promise<Searcher<Hit>>>();

/**
 * Searches the picture in the browser, and findings and documented cases with the server, whose part
 * arrives when it does.
 */
export function useFound(picture: Picture, asked: string, shown: number): Found {
  const searcher = useSearcher(picture, hitsOf);
  const inPack = usePack() !== undefined;
  const settled = useSettled(asked);
  const { asOf } = useViewDates();
  const findings = useQuery({ ...endpointQuery('search', {}, { q: settled, asOf }), enabled: !inPack && settled !== '' });
  const list = useQuery({ ...endpointQuery('caseList', {}, {}), enabled: !inPack });
  const cases = useSearcher(list.data, casesOf);
  const here = useMemo(() => searcher?.find(asked, shown) ?? [], [searcher, asked, shown]);
  const reading = searcher === undefined;
  if (inPack || asked === '') return { groups: here, reading, server: inPack ? 'not-held' : 'answered', retry: () => {} };
  const served = settled === asked ? (findings.data?.groups ?? []).filter(({ kind }) => kind === 'findings') : [];
  const groups: readonly FoundGroup[] = [
    ...here,
    ...served.map(({ hits, more }): FoundGroup => ({
      kind: 'findings', hits: hits.slice(0, shown).map(({ id, name, detail }) => ({ kind: 'findings', id, name, path: detail })), more: more || hits.length > shown,
    })),
    ...(cases?.find(asked, shown) ?? []),
  ];
  const retry = () => {
    void findings.refetch();
    if (list.error !== null) void list.refetch();
  };
  if (findings.failureReason !== null || list.failureReason !== null) return { groups, reading, server: 'not-reached', retry };
  return { groups, reading, server: settled === asked && findings.data !== undefined && cases !== undefined ? 'answered' : 'asking', retry };
}

function hitsOf(picture: Picture): readonly Findable[] {
  return findableIn(picture);
}

function searcherOf<Source extends object>(source: Source, rowsOf: (source: Source) => readonly Hit[]): Promise<Searcher<Hit>> {
  const held = searchers.get(source) ?? createSearcher(rowsOf(source));
  searchers.set(source, held);
  return held;
}

/** The searcher of a source; that of the one before it until it has been read. */
function useSearcher<Source extends object>(source: Source | undefined, rowsOf: (source: Source) => readonly Hit[]): Searcher<Hit> | undefined {
  const [searcher, setSearcher] = useState<Searcher<Hit>>();
  useEffect(() => {
    let stopped = false;
    if (source !== undefined) void searcherOf(source, rowsOf).then((made) => { if (!stopped) setSearcher(made); });
    return () => { stopped = true; };
  }, [source, rowsOf]);
  return searcher;
}

function casesOf({ cases }: CaseListAnswer): readonly (Hit & { words: string })[] {
  return cases.map(({ id, title, sector }) => ({ kind: 'cases', id, name: title, path: sector, words: say('{sector} replay breach', { sector: sector ?? '' }) }));
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => { setSettled(text); }, PAUSE);
    return () => { clearTimeout(timer); };
  }, [text]);
  return settled;
}
