import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockingGates, gatesSentence, gateStanding } from '#core/release/gate-standing.ts';
import { gateKinds } from '#core/record/entities.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { gateReason, informedReason } from '#web/pages/release/gate-words.ts';

const stage = (gate: (typeof gateKinds)[number], gateOwnerId: string | null) => ({ id: 's', name: 'Stage', gate, gateOwnerId });
const knows = (id: string) => [{ kind: 'person' as const, id, evidenceId: 'e', at: '2026-06-01', how: 'detail' as const, counts: true }];
const seen = smallRisk('seen', { information: { state: 'has', unseen: 0, material: 2, personId: null, sentence: '' }, knowledge: knows('abara') });
const unseen = smallRisk('unseen', { information: { state: 'lacks', unseen: 1, material: 1, personId: null, sentence: '' }, knowledge: [] });
const train = (risks = [seen]) => {
  const picture = smallPicture({ risks });
  const [process] = picture.processes;
  if (process === undefined) throw new Error('the fixture has a process');
  return (gate: ReturnType<typeof stage>) => gateStanding(picture, process, gate);
};

test('authority is a blocking gate with a named person in post, and why it is not is told apart', () => {
  const gates = [['blocking', 'abara'], ['advisory', 'abara'], ['none', null], ['blocking', null], ['blocking', 'desk'], ['blocking', 'ghost']] as const;
  expect(gates.map(([gate, owner]) => train()(stage(gate, owner))).map(({ state, readiness }) => [state, readiness])).toEqual([
    ['can-stop', 'can-decide-seen'], ['advises', 'cannot-decide-seen'], ['no-gate', 'nobody-named'], ['nobody-named', 'nobody-named'], ['not-a-person', 'cannot-decide-not-seen'], ['cannot-tell', 'cannot-tell'],
  ]);
  expect(gateReason(train()(stage('blocking', 'ghost')))).toContain('the record holds nobody under the id ghost');
});

test('information is evidence of every open risk that ships this way, and what has not reached them is named', () => {
  const gate = train([seen, unseen])(stage('blocking', 'abara'));
  expect(gate.readiness).toBe('can-decide-not-seen');
  expect(gate.unseen.map(({ id }) => id)).toEqual(['unseen']);
  expect(informedReason(gate)).toBe('Evidence of 1 of 2 open risks that ship this way has not reached them.');
});

test('every gate has one state, and the sentence counts those with a person who can stop a release', () => {
  fc.assert(fc.property(fc.array(fc.record({ gate: fc.constantFrom(...gateKinds), owner: fc.constantFrom('abara', 'desk', 'ghost', null) }), { maxLength: 6 }), (stages) => {
    const picture = smallPicture({ processes: [{ id: 'train', name: 'Train', stages: stages.map(({ gate, owner }, index) => ({ id: `s${index}`, name: `S${index}`, gate, gateOwnerId: owner })) }] });
    const gates = blockingGates(picture);
    const able = stages.filter(({ gate, owner }) => gate === 'blocking' && owner === 'abara').length;
    expect(gates).toHaveLength(stages.filter(({ gate }) => gate === 'blocking').length);
    expect(gates.filter(({ state }) => state === 'can-stop')).toHaveLength(able);
    if (gates.length > 1 && able > 0) expect(gatesSentence(gates)).toContain(`At ${able} of ${gates.length} gates`);
  }));
});
