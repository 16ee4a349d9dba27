import { messages, say } from '#language/say.ts';
import type { NextStep, NextSteps } from '#core/picture/next-steps.ts';
import type { Picture, StepRow } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, inWords, sentences } from '#core/picture/sentences/prose.ts';

/** What the record shows of a step. */
export const stepStateWords = messages({
  open: 'Open', detected: 'Seen when it happens, not stopped', unknown: 'Not measured', blocked: 'Blocked',
}) satisfies Readonly<Record<StepRow['state'], string>>;

/** Page of next steps: how many are blocked, and whether somebody is named where they are not. */
export function nextWords(picture: Picture, { paths, without }: NextSteps): PageWords {
  if (paths.length === 0) return { headline: say('No path of an attacker is on the record'), lede: say('{without, plural, one {# open risk} other {# open risks}} {without, plural, one {has} other {have}} none.', { without: without.length }) };
  const blocked = paths.filter(({ next }) => next.state === 'blocked').length;
  const unmeasured = paths.filter(({ next }) => next.state === 'unknown').length;
  const passable = paths.length - blocked - unmeasured;
  const nobody = paths.filter(({ next }) => next.state !== 'blocked' && next.ownerId === null).length;
  const many = say('{paths, plural, one {# recorded path} other {# recorded paths}}', { paths: paths.length });
  const headline = passable === 0
    ? say('Nothing on the record is open next on {many}', { many })
    : say('On {passable, number} of {many} the record shows nothing that stops the next step', { passable, many });
  return {
    headline,
    lede: sentences([
      say('{blocked} {blocked2, plural, one {is} other {are}} blocked, {unmeasured} not measured.', { blocked: atStart(blocked), blocked2: blocked, unmeasured: inWords(unmeasured) }),
      nobody === 0 ? undefined : say('For {nobody} that {nobody2, plural, one {is} other {are}} not blocked nobody is named to stop {nobody2, plural, one {it} other {them}}.', { nobody: inWords(nobody), nobody2: nobody }),
      without.length === 0 ? undefined : say('{without, plural, one {# open risk} other {# open risks}} {without, plural, one {has} other {have}} no path on the record.', { without: without.length }),
    ]),
  };
}

/** `After “A stolen token”, the next step is “Signing a release”; nobody is named to stop it`. */
export function nextSentence(picture: Picture, { held, next, owner }: NextStep): string {
  const after = held.at(-1);
  const step = after === undefined
    ? say('The first step is “{step}”', { step: next.label })
    : say('After “{after}”, the next step is “{step}”', { after: after.label, step: next.label });
  return say('{step}; {standing}', { step, standing: standing(picture, next, owner) });
}

/** What stops the step, or who owns it and can. */
function standing(picture: Picture, next: StepRow, owner: NextStep['owner']): string {
  if (next.state === 'blocked') return say('it is blocked');
  if (next.ownerId === null) return say('nobody is named to stop it');
  const name = personIn(picture, next.ownerId);
  switch (owner) {
    case 'can-decide-seen': return say('{name}, who owns it, can decide and has seen the evidence', { name });
    case 'can-decide-not-seen': return say('the evidence has not reached {name}, who can decide', { name });
    case 'cannot-decide-seen': return say('the authority on the record does not let {name} decide', { name });
    case 'cannot-decide-not-seen': return say('neither authority nor evidence has reached {name}', { name });
    case 'nobody-named':
    case 'cannot-tell': return say('whether {name}, who owns it, can decide is not on the record', { name });
  }
}
