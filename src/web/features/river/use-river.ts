import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { endpointQuery } from '#web/api/request.ts';
import type { FindingListFilter } from '#web/url/finding-filter.ts';
import { useViewDates } from '#web/url/use-address.ts';

/** Which findings a river is of: everywhere, a team with all below it, or a release process. */
export type RiverPlace = Pick<FindingListFilter, 'teamId' | 'processId'>;

/** The counts of a place on the day the reader looks at. */
export function useRiver({ teamId, processId }: RiverPlace) {
  const { asOf } = useViewDates();
  return useQuery({ ...endpointQuery('riverView', {}, { team: teamId, process: processId, asOf }), placeholderData: keepPreviousData });
}
