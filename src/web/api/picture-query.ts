import { queryOptions } from '@tanstack/react-query';
import type { Picture } from '#core/picture/picture.ts';
import { requestJson } from '#web/api/request.ts';
import type { ViewDates } from '#web/url/view-dates.ts';

export const PICTURE_KEY = 'picture';

/** The one request behind the brief and every page down to a risk. */
export function pictureQuery(dates: ViewDates) {
  return queryOptions({
    queryKey: [PICTURE_KEY, { asOf: dates.asOf, against: dates.against }],
    queryFn: async ({ signal }): Promise<Picture> => {
      const body = await requestJson('/api/v1/picture', { asOf: dates.asOf, against: dates.against }, signal);
      // The server parses its own answers against the contract in tests; here the shape is trusted.
      return body as Picture;
    },
  });
}
