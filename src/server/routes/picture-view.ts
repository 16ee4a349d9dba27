import { say } from '#language/say.ts';
import { dayOf, previousQuarterEnd } from '#core/time.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr } from '#server/context.ts';
import type { Route } from '#server/routes/route.ts';

/** The picture, encoded once; a browser that holds it already is told so. */
export const pictureView: Route<'pictureView'> = async ({ query, request, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const against = query.against ?? previousQuarterEnd(asOf);
  if (dayOf(against) >= dayOf(asOf)) {
    throw new RequestRefused('bad-request', () => ({
      detail: say('against ({against}) is not before asOf ({asOf}).', { against, asOf }), remedy: say('Compare with an earlier day.'),
    }));
  }
  const { text, etag } = await context.pictures.pictureOf(asOf, against);
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
};

/** RFC 9110, 13.1.2: weak comparison against a list, or `*`. */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, '')).some((one) => one === '*' || one === etag);
}
