import type { Language } from '#language/current.ts';
import { preferredLanguage } from '#language/preferred.ts';
import { shipped } from '#language/shipped.ts';
import { languageField, languageSchema } from '#contract/language.ts';

/** The language a request is answered in: of its query, else of `Accept-Language`; a name in the query that is not shipped is English here, and refused where the query is read. */
export function languageOf(request: Request): Language {
  const asked = languageSchema.safeParse(new URL(request.url).searchParams.get(languageField) ?? undefined);
  return shipped[asked.success ? asked.data : preferredLanguage(request.headers.get('accept-language'))];
}

/** The same answer with its language said, and that another reader may get another one. */
export function inItsLanguage(response: Response, { tag }: Language): Response {
  const headers = new Headers(response.headers);
  headers.set('Content-Language', tag);
  headers.append('Vary', 'Accept-Language');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
