import { describe, expect, test } from 'vitest';
import { whoKnewWhen } from '#core/information/who-knew-when.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function knew(...changes: readonly string[]) {
  const index = indexOn(TODAY, ...changes);
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('there is no risk r');
  const { line, ...rest } = whoKnewWhen(index, risk);
  return { line: line.map(({ id, at, how, counts }) => `${at} ${id} ${how}${counts ? '' : ' (sent)'}`), ...rest };
}

describe(whoKnewWhen, () => {
  test('shows evidence reaching people, in the order it did', () => {
    expect(knew()).toEqual({
      line: ['2026-06-26 shield produced', '2026-06-27 nora detail'], firstKnownAt: '2026-06-26', ownerKnewAt: '2026-06-27', lagDays: 1, lagRunning: false,
    });
  });

  test('the lag runs while nothing has reached the owner', () => {
    expect(knew('ack a personId=omar')).toMatchObject({ firstKnownAt: '2026-06-26', ownerKnewAt: undefined, lagDays: 4, lagRunning: true });
  });

  test('a summary reaches the owner, a broadcast does not', () => {
    expect(knew('ack a level=summary').ownerKnewAt).toBe('2026-06-27');
    expect(knew('ack a level=attested').ownerKnewAt).toBe('2026-06-27');
    const sent = knew('ack a level=broadcast');
    expect(sent.line).toEqual(['2026-06-26 shield produced', '2026-06-27 nora broadcast (sent)']);
    expect(sent).toMatchObject({ ownerKnewAt: undefined, lagRunning: true });
  });

  test('keeps the earliest of each, and a sending only where it came before', () => {
    const many = [
      'ack b evidenceId=e personId=nora at=2026-06-29 level=summary', 'ack c evidenceId=e personId=omar at=2026-06-27 level=broadcast',
      'ack d evidenceId=e personId=omar at=2026-06-28 level=colour', 'ack f evidenceId=e personId=omar at=2026-06-29 level=broadcast',
    ];
    expect(knew(...many).line).toEqual(['2026-06-26 shield produced', '2026-06-27 nora detail', '2026-06-27 omar broadcast (sent)', '2026-06-28 omar colour']);
  });

  test('a briefing is sending', () => {
    expect(knew('no ack a', 'briefing b evidenceIds=[e] toIds=[nora,omar] at=2026-06-28 form=meeting').line).toEqual([
      '2026-06-26 shield produced', '2026-06-28 nora broadcast (sent)', '2026-06-28 omar broadcast (sent)',
    ]);
  });

  test('knowing when it was produced, and what is known elsewhere, stand on the line', () => {
    expect(knew('evidence e knownBy=[pia]', 'evidence x riskId=other at=2026-06-20 kind=audit teamId=search relatesTo=[r]').line).toEqual([
      '2026-06-20 search produced', '2026-06-26 shield produced', '2026-06-26 pia known-by', '2026-06-27 nora detail',
    ]);
  });

  test('a team that produced two pieces stands there once, a team and a person of one name are two', () => {
    expect(knew('evidence e2 riskId=r at=2026-06-27 kind=scan teamId=shield', 'evidence e3 riskId=r at=2026-06-28 kind=scan knownBy=[shield]').line).toEqual([
      '2026-06-26 shield produced', '2026-06-27 nora detail', '2026-06-28 shield known-by',
    ]);
  });

  test('routine measurements are not on the line, and without evidence there is none', () => {
    expect(knew('evidence e material=false')).toEqual({ line: [], firstKnownAt: undefined, ownerKnewAt: undefined, lagDays: undefined, lagRunning: false });
  });

  test('with no person as owner the lag is that of the lowest with authority', () => {
    expect(knew('risk r ownerId=desk').ownerKnewAt).toBe('2026-06-27');
    expect(knew('risk r ownerId=desk', 'no grant g-nora')).toMatchObject({ ownerKnewAt: undefined, lagDays: 4, lagRunning: true });
    expect(knew('risk r ownerId=ghost')).toMatchObject({ ownerKnewAt: undefined, lagRunning: true });
  });

  test('of one day those who produced it come first, then those who know, then those it was sent to', () => {
    expect(knew('ack a at=2026-06-26', 'briefing b evidenceIds=[e] toIds=[omar] at=2026-06-26 form=meeting', 'evidence e2 riskId=r at=2026-06-26 kind=audit teamId=search knownBy=[tom]').line).toEqual([
      '2026-06-26 shield produced', '2026-06-26 search produced', '2026-06-26 nora detail', '2026-06-26 tom known-by', '2026-06-26 omar broadcast (sent)',
    ]);
  });

  test('a team called like the owner is not the owner', () => {
    expect(knew('evidence e teamId=nora')).toMatchObject({ firstKnownAt: '2026-06-26', ownerKnewAt: '2026-06-27' });
  });

  test('says whether it reached a person or a team', () => {
    const index = indexOn(TODAY, 'evidence e knownBy=[pia]', 'briefing b evidenceIds=[e] toIds=[omar] at=2026-06-28 form=meeting');
    const risk = index.view.risks.get('r');
    expect(risk === undefined ? [] : whoKnewWhen(index, risk).line.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['team shield', 'person pia', 'person nora', 'person omar']);
  });
});
