import { useLocation } from 'react-router';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { filterOfPage } from '#web/url/risk-filter.ts';
import { usePlace } from '#web/url/use-address.ts';

export interface PageRisks {
  /** What the address stands for: its path and its query. */
  filter: RiskFilter;
  /** The rows of `filter`, in the order of the picture. */
  risks: readonly RiskRow[];
  /** What the path alone stands for, and its rows: what is left when the filters are cleared. */
  pathFilter: RiskFilter;
  pathRisks: readonly RiskRow[];
  /** True when the query narrows the page. */
  narrowed: boolean;
}

/** The risks the page in the address bar lists. */
export function usePageRisks(): PageRisks {
  const picture = usePicture();
  const place = usePlace();
  const { search } = useLocation();
  const filter = filterOfPage(place, new URLSearchParams(search));
  const pathFilter = filterOfPage(place, new URLSearchParams());
  return {
    filter,
    risks: risksMatching(picture, filter),
    pathFilter,
    pathRisks: risksMatching(picture, pathFilter),
    narrowed: Object.keys(filter).length > Object.keys(pathFilter).length,
  };
}
