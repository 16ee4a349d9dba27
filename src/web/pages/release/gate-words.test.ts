import { expect, test } from 'vitest';
import { namesOf } from '#web/charts/names.ts';
import { gateSentence, stoppingStages } from '#web/pages/release/gate-words.ts';
import { smallPicture } from '#web/testing/small-picture.ts';

const names = namesOf(smallPicture());
const stage = (id: string, gate: 'blocking' | 'advisory' | 'none', gateOwnerId: string | null = null) => ({ id, name: id, gate, gateOwnerId });

test('a gate counts as stopping only with a named person in post', () => {
  const process = { id: 'p', name: 'P', stages: [stage('a', 'blocking', 'abara'), stage('b', 'blocking'), stage('c', 'blocking', 'ghost')] };
  expect(stoppingStages(process, names).map((one) => one.id)).toEqual(['a']);
  expect(gateSentence(process, names)).toBe('3 of 3 stages can stop a release; for 2 nobody in post is named');
});

test('advisory gates and no stages are said in different words', () => {
  expect(gateSentence({ id: 'p', name: 'P', stages: [stage('a', 'advisory')] }, names)).toBe('its one stage cannot stop a release');
  expect(gateSentence({ id: 'p', name: 'P', stages: [] }, names)).toBe('no stage is on the record');
});
