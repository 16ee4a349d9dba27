import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ResponseOf } from '#contract/endpoints.ts';
import { sendAct } from '#web/api/request.ts';
import type { PolicyChanges } from '#web/pages/policy/draft.ts';

export type Preview = ResponseOf<'policyPreview'>;

/** What the keys of previews begin with: a save makes them moot, and none is asked for again. */
export const PREVIEW = 'policyPreview';

/** How long typing rests before the server is asked. */
const REST = 300;

/** What the changes would do to the flags of today; asked once typing rests. `revision` asks anew after a save. */
export function usePreview(changes: PolicyChanges, revision: number, wanted: boolean): UseQueryResult<Preview> & { behind: boolean } {
  const text = JSON.stringify(changes);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => { setSettled(text); }, REST);
    return () => { clearTimeout(timer); };
  }, [text]);
  const query = useQuery({
    queryKey: [PREVIEW, revision, settled] as const,
    queryFn: () => sendAct('policyPreview', {}, changes),
    enabled: wanted && settled === text,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { ...query, behind: settled !== text || query.isFetching };
}
