import { say } from '#language/say.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { caseTrouble } from '#server/presenters/case-trouble.ts';
import type { Route } from '#server/routes/route.ts';

/** One documented case with everything its page draws. */
export const caseReplay: Route<'caseReplay'> = async ({ params, context }) => {
  const { cases, troubles } = await context.cases.all();
  const found = cases.find(({ view }) => view.id === params.id);
  if (found === undefined) {
    const [broken] = troubles;
    throw new RequestRefused('not-found', () => ({
      detail: say('No case {id} is among the {count} that were read.', { id: params.id, count: `${cases.length}` }),
      remedy: broken === undefined ? say('The list is at /api/v1/cases.') : `${broken.file}, ${broken.place}: ${broken.reason} ${broken.remedy}`,
    }));
  }
  return { case: found.view, file: found.file, troubles: found.troubles.map(caseTrouble) };
};
