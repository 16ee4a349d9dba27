import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

/** Decisions on risk r documented to its owner Nora, made by these people, one day apart up to the day before today. */
function decided(...by: readonly string[]): string {
  return by.map((id, at) => `decision d${at} riskId=r kind=mitigate byId=${id} at=2026-06-${String(29 - at).padStart(2, '0')}`).join('\n');
}

describe('A7 the paper and the practice differ', () => {
  test('none of three was made by the documented owner', () => {
    const flag = flagUp('A7', decided('omar', 'omar', 'omar'), 'service shop name=Shop');
    expect(flag).toMatchObject({
      subjectKind: 'person', subject: 'nora', person: 'nora', since: '2026-06-29',
      sentence: 'On paper nora decides for Shop. In the last 12 months omar made 3 of 3 of those decisions.',
      nextStep: 'Ask nora and omar: should the paper follow the practice, or the practice the paper? Then move the grant or move the decision. Neither answer is wrong.',
    });
  });

  test.each([
    ['two decisions only', decided('omar', 'omar'), false],
    ['by an id the record does not hold', decided('ghost', 'ghost', 'ghost'), true],
    ['two of four carried out on the day they were made', `${decided('omar', 'omar', 'nora', 'nora')}\ndecision d2 implementedAt=2026-06-27\ndecision d3 implementedAt=2026-06-26`, false],
    ['two of four carried out the day before they were made', `${decided('omar', 'omar', 'nora', 'nora')}\ndecision d2 implementedAt=2026-06-26\ndecision d3 implementedAt=2026-06-25`, true],
    ['the owner\'s own in an emergency is one of three', `${decided('omar', 'omar', 'nora')}\ndecision d2 trigger=incident`, true],
    ['one of three', decided('omar', 'omar', 'nora'), true],
    ['two of four: half is not below half', decided('omar', 'omar', 'nora', 'nora'), false],
    ['two of five', decided('omar', 'omar', 'nora', 'nora', 'omar'), true],
    ['by the post the owner holds', decided('omar', 'chair', 'chair'), false],
    ['what the record only infers is no decision', `${decided('omar', 'omar', 'omar')}\ndecision d0 implicit=true`, false],
    ['a year and a day ago', `${decided('omar', 'omar', 'omar')}\ndecision d2 at=2025-06-29`, false],
    ['a year ago', `${decided('omar', 'omar', 'omar')}\ndecision d2 at=2025-06-30`, true],
    ['before the owner took over', `${decided('omar', 'omar', 'omar')}\nrisk r ownerSince=2026-06-28`, false],
    ['from the day the owner took over', `${decided('omar', 'omar', 'omar')}\nrisk r ownerSince=2026-06-27`, true],
  ])('%s: %s', (_, decisions, up) => {
    expect(isUp('A7', decisions)).toBe(up);
  });

  test('a decision says whom it was documented to, else it was the owner', () => {
    const three = `${decided('omar', 'omar', 'omar')}\nrisk r ownerId=-\ndecision d0 documentedOwnerId=pia\ndecision d1 documentedOwnerId=pia\ndecision d2 documentedOwnerId=pia`;
    expect(flagUp('A7', three).subject).toBe('pia');
    expect(flagUp('A7', three, 'risk r ownerId=pia ownerSince=2026-06-29').subject).toBe('pia');
  });

  test('a delegate under a grant from the owner counts as the owner', () => {
    const grant = 'grant g-pia granteeId=pia grantorId=nora from=2026-01-01';
    expect(isUp('A7', decided('pia', 'pia', 'pia'))).toBe(true);
    expect(isUp('A7', decided('pia', 'pia', 'pia'), grant)).toBe(false);
    expect(isUp('A7', decided('pia', 'pia', 'pia'), `${grant} to=2026-06-27`)).toBe(true);
    expect(isUp('A7', decided('pia', 'pia', 'pia'), `${grant} to=2026-06-28`)).toBe(false);
  });

  test('the grant a decision names is the one that counts', () => {
    const named = `${decided('pia', 'pia', 'pia')}\ndecision d0 underGrantId=g-pia\ndecision d1 underGrantId=g-pia`;
    expect(isUp('A7', named, 'grant g-pia granteeId=pia grantorId=nora from=2026-01-01')).toBe(false);
    expect(isUp('A7', named, 'grant g-pia granteeId=pia grantorId=omar from=2026-01-01', 'grant g2 granteeId=pia grantorId=nora from=2026-06-28')).toBe(true);
  });

  test('signed after it was carried out does not count as theirs', () => {
    const late = ['nora', 'nora', 'nora'].map((_, at) => `decision d${at} implementedAt=2026-06-01`).join('\n');
    const flag = flagUp('A7', decided('nora', 'nora', 'nora'), late);
    expect(flag.sentence).toBe(
      'On paper nora decides for shop. In the last 12 months 3 of 3 of those decisions were signed after they had been carried out.',
    );
    expect(flag.nextStep).toMatch(/^Ask nora: should the paper/);
    expect(isUp('A7', decided('nora', 'nora', 'nora'), late.replaceAll('2026-06-01', '2026-06-29'))).toBe(false);
  });

  test('an emergency decision the owner ratified within three days is not counted', () => {
    const emergencies = `${decided('ivy', 'ivy', 'omar', 'omar')}\ndecision d0 trigger=incident\ndecision d1 trigger=incident`;
    expect(isUp('A7', emergencies)).toBe(true);
    const ratified = 'decision d9 riskId=r kind=mitigate byId=nora at=2026-06-30';
    expect(flagUp('A7', emergencies, ratified).sentence).toContain('omar made 2 of 3');
    expect(flagUp('A7', emergencies, `${ratified}\ndecision d1 at=2026-06-26\ndecision d2 at=2026-06-20\ndecision d3 at=2026-06-20`).sentence).toContain('of 4');
  });

  test('names whoever decides most often', () => {
    expect(flagUp('A7', decided('omar', 'sam', 'sam', 'tom')).sentence).toContain('sam made 2 of 4');
    expect(flagUp('A7', decided('tom', 'sam', 'omar')).sentence).toContain('omar made 1 of 3');
  });

  test('says nothing of decisions whose documented owner is no person', () => {
    expect(isUp('A7', decided('omar', 'omar', 'omar'), 'risk r ownerId=desk')).toBe(false);
  });

  test('decisions without a maker on the record are not the owner\'s', () => {
    const unknown = decided('omar', 'omar', 'omar').replaceAll('byId=omar ', '');
    expect(flagUp('A7', unknown).sentence).toContain('3 of 3 of those decisions came without the name of who made them.');
  });

  test('a grant from the owner for another service is no delegation of this one', () => {
    const grant = (service: string) => `grant g-pia granteeId=pia grantorId=nora from=2026-01-01 scope={"services":["${service}"]}`;
    expect(isUp('A7', decided('pia', 'pia', 'pia'), grant('index'))).toBe(true);
    expect(isUp('A7', decided('pia', 'pia', 'pia'), grant('shop'))).toBe(false);
  });

  test.each([
    ['on the same day', '2026-06-27', '2026-06-27', false],
    ['three days later', '2026-06-27', '2026-06-30', false],
    ['four days later', '2026-06-26', '2026-06-30', true],
    ['the day before', '2026-06-27', '2026-06-26', true],
  ])('three emergencies on which the owner decided %s', (_, acted, decidedAt, up) => {
    const three = [0, 1, 2].map((each) => `decision e${each} riskId=r kind=mitigate byId=omar at=${acted} trigger=incident`);
    expect(isUp('A7', ...three, `decision own riskId=r kind=mitigate byId=nora at=${decidedAt}`)).toBe(up);
  });

  test('starts with the third decision in time, over all their risks', () => {
    const two = [['a', 'r', '25'], ['b', 'r', '29'], ['c', 'r2', '26'], ['d', 'r2', '27']].map(([id, risk, day]) => `decision ${id} riskId=${risk} kind=mitigate byId=omar at=2026-06-${day}`);
    expect(flagUp('A7', ...two, 'risk r2 serviceIds=[shop] ownerId=nora openedAt=2026-06-20 dueAt=2026-07-20 urgency=U60 exposure={"low":1,"high":2}').since).toBe('2026-06-27');
  });

  test('names an id the record does not hold as it stands', () => {
    expect(flagUp('A7', decided('ghost', 'ghost', 'ghost')).sentence).toContain('ghost made 3 of 3');
  });

  test('of two who decide as often the first by id is named', () => {
    expect(flagUp('A7', decided('pia', 'omar', 'pia', 'omar')).sentence).toContain('omar made 2 of 4');
    expect(flagUp('A7', decided('omar', 'pia', 'omar', 'pia')).sentence).toContain('omar made 2 of 4');
  });

  test('decisions on risks the record does not hold are about the whole company', () => {
    const lost = [0, 1, 2].map((at) => `decision d${at} riskId=ghost kind=mitigate byId=omar documentedOwnerId=nora at=2026-06-2${at}`);
    expect(flagUp('A7', ...lost).sentence).toMatch(/^On paper nora decides for the whole company\./);
  });

  test('a grant does not stand in for a name', () => {
    const unnamed = decided('x', 'x', 'x').replaceAll('byId=x', 'underGrantId=g9');
    expect(isUp('A7', unnamed, 'grant g9 granteeId=pia grantorId=nora from=2022-01-01')).toBe(true);
  });

  test('counts what was signed after it was carried out, apart from what came without a name', () => {
    const late = `${decided('nora', 'nora', 'nora', 'nora')}\ndecision d1 implementedAt=2026-06-01\ndecision d2 implementedAt=2026-06-01\ndecision d3 byId=-`;
    expect(flagUp('A7', late).sentence).toContain('2 of 4 of those decisions were signed after they had been carried out.');
    const even = `${late}\ndecision d2 byId=- implementedAt=-\ndecision d4 riskId=r kind=mitigate byId=nora at=2026-06-20 implementedAt=2026-06-01`;
    expect(flagUp('A7', even).sentence).toContain('2 of 5 of those decisions were signed after they had been carried out.');
  });
});
