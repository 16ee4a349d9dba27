import { asksOfBoard } from '#core/picture/asks.ts';
import type { Picture } from '#core/picture/picture.ts';
import { briefWords } from '#core/picture/sentences/brief-words.ts';
import {
  changesPageWords, knewPageWords, ownershipPageWords, personWords, processWords, teamWords,
} from '#core/picture/sentences/page-words.ts';
import { riskWords } from '#core/picture/sentences/risk-words.ts';
import { forbiddenIn, personLacking } from '#test/support/forbidden-words.ts';

const generated: ReadonlySet<string> = new Set(['sentence', 'nextStep', 'why', 'standing', 'noGrantDown', 'title', 'scope']);

/** Every sentence the product makes about a picture: those it carries, and those its pages make of it. */
function saidAbout(picture: Picture): readonly string[] {
  const said: string[] = [];
  collect(picture, said);
  const pages = [
    briefWords(picture), ownershipPageWords(picture, {}), knewPageWords(picture), changesPageWords(picture),
    ...picture.risks.map((risk) => riskWords(picture, risk)), ...picture.persons.map(({ id }) => personWords(picture, id)),
    ...picture.teams.map(({ id }) => teamWords(picture, id)), ...picture.processes.map(({ id }) => processWords(picture, id)),
  ];
  for (const { headline, lede } of pages) said.push(headline, lede);
  for (const { sentence } of asksOfBoard(picture).rows) said.push(sentence);
  return said;
}

/**
 * Sentences of a picture that use a word nobody says, or make a person the subject of a lack. What somebody called a risk
 * or a piece of evidence is theirs to word, and is left out of the first search.
 */
export function unsayable(picture: Picture): readonly string[] {
  const people = picture.persons.flatMap(({ id, name }) => [name, id]);
  const given = picture.risks.flatMap(({ label, evidence, steps }) => [label, ...evidence.map((piece) => piece.label), ...steps.map((step) => step.label)]);
  const labels = [...new Set(given)].sort((a, b) => b.length - a.length);
  return [...new Set(saidAbout(picture))].flatMap((sentence) => {
    const words = forbiddenIn(sentence);
    const ours = words.length === 0 ? '' : labels.reduce((text, label) => text.replaceAll(label, '…'), sentence);
    return [...forbiddenIn(ours).map((word) => `${word}: ${sentence}`), ...personLacking(sentence, people)];
  });
}

function collect(value: unknown, said: string[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, said);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === 'string' && generated.has(key)) said.push(one);
      else collect(one, said);
    }
  }
}
