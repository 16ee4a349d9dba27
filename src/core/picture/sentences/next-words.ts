import type { NextStep, NextSteps } from '#core/picture/next-steps.ts';
import type { Picture, StepRow } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, counted, inWords, sentences, verb } from '#core/picture/sentences/prose.ts';

/** What the record shows of a step. */
export const stepStateWords: Readonly<Record<StepRow['state'], string>> = {
  open: 'Open', detected: 'Seen when it happens, not stopped', unknown: 'Not measured', blocked: 'Blocked',
};

/** Page of next steps: how many are blocked, and whether somebody is named where they are not. */
export function nextWords(picture: Picture, { paths, without }: NextSteps): PageWords {
  if (paths.length === 0) return { headline: 'No path of an attacker is on the record', lede: `${counted(without.length, 'open risk')} ${verb(without.length, 'has', 'have')} none.` };
  const blocked = paths.filter(({ next }) => next.state === 'blocked').length;
  const unmeasured = paths.filter(({ next }) => next.state === 'unknown').length;
  const passable = paths.length - blocked - unmeasured;
  const nobody = paths.filter(({ next }) => next.state !== 'blocked' && next.ownerId === null).length;
  const many = counted(paths.length, 'recorded path');
  const headline = passable === 0
    ? `Nothing on the record is open next on ${many}`
    : `On ${passable} of ${many} the record shows nothing that stops the next step`;
  return {
    headline,
    lede: sentences([
      `${atStart(blocked)} ${verb(blocked, 'is', 'are')} blocked, ${inWords(unmeasured)} not measured.`,
      nobody === 0 ? undefined : `For ${inWords(nobody)} that ${verb(nobody, 'is', 'are')} not blocked nobody is named to stop ${verb(nobody, 'it', 'them')}.`,
      without.length === 0 ? undefined : `${counted(without.length, 'open risk')} ${verb(without.length, 'has', 'have')} no path on the record.`,
    ]),
  };
}

/** `After “A stolen token”, the next step is “Signing a release”; nobody is named to stop it`. */
export function nextSentence(picture: Picture, { held, next, owner }: NextStep): string {
  const after = held.at(-1);
  const start = after === undefined ? 'The first step is' : `After “${after.label}”, the next step is`;
  return `${start} “${next.label}”${ending(picture, next, owner)}`;
}

function ending(picture: Picture, next: StepRow, owner: NextStep['owner']): string {
  if (next.state === 'blocked') return '; it is blocked';
  if (next.ownerId === null) return '; nobody is named to stop it';
  const name = personIn(picture, next.ownerId);
  switch (owner) {
    case 'can-decide-seen': return `; ${name}, who owns it, can decide and has seen the evidence`;
    case 'can-decide-not-seen': return `; the evidence has not reached ${name}, who can decide`;
    case 'cannot-decide-seen': return `; the authority on the record does not let ${name} decide`;
    case 'cannot-decide-not-seen': return `; neither authority nor evidence has reached ${name}`;
    case 'nobody-named':
    case 'cannot-tell': return `; whether ${name}, who owns it, can decide is not on the record`;
  }
}
