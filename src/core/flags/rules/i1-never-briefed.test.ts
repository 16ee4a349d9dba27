import { describe, expect, test } from 'vitest';
import { flagUp, isUp, isUpOn } from '#test/support/world.ts';

const unread = 'no ack a\nrisk r openedAt=2026-06-18\nevidence e at=2026-06-18';

describe('I1 has not been shown it', () => {
  test('says who has known since when, and what the brief holds', () => {
    const flag = flagUp('I1', unread, 'risk r label="Old parser"', 'team shield name=Security', 'person nora name=Nora');
    expect(flag).toMatchObject({
      family: 'information', subject: 'r', person: 'nora', since: '2026-06-28',
      sentence: 'Nora has not been shown Old parser. Security has known since 18 Jun 2026: 12 days.',
      nextStep: 'Send the brief to Nora: Old parser, $100,000 to $400,000, 1 piece, about 5 minutes.',
    });
  });

  test.each([
    ['U3', '2026-06-30', false],
    ['U3', '2026-06-29', true],
    ['U14', '2026-06-29', false],
    ['U14', '2026-06-28', true],
    ['U60', '2026-06-21', false],
    ['U60', '2026-06-20', true],
    ['U180', '2026-06-01', false],
    ['U180', '2026-05-31', true],
  ])('on the clock %s, known since %s: %s', (urgency, at, up) => {
    expect(isUp('I1', unread, `risk r urgency=${urgency}`, `evidence e at=${at}`)).toBe(up);
  });

  test.each([
    ['a mass mail is not a briefing', 'ack a evidenceId=e personId=nora at=2026-06-19 level=broadcast', true],
    ['a question about a mass mail is an answer to it', 'ack a evidenceId=e personId=nora at=2026-06-19 level=broadcast question="Does it reach us?"', false],
    ['an empty question is none', 'ack a evidenceId=e personId=nora at=2026-06-19 level=broadcast question=""', true],
    ['a colour is something', 'ack a evidenceId=e personId=nora at=2026-06-19 level=colour', false],
    ['told and attested', 'ack a evidenceId=e personId=nora at=2026-06-19 level=attested', false],
    ['somebody else was shown it', 'ack a evidenceId=e personId=pia at=2026-06-19 level=detail', true],
    ['a briefing proves sending', 'briefing b evidenceIds=[e] toIds=[nora] at=2026-06-19 form=meeting', true],
    ['known by the owner when it was produced', 'evidence e knownBy=[nora]', false],
    ['one of two pieces was shown', 'evidence e2 riskId=r at=2026-06-19 kind=audit\nack a evidenceId=e2 personId=nora at=2026-06-20 level=summary', false],
    ['a routine measurement was shown', 'evidence e2 riskId=r at=2026-06-19 kind=scan material=false\nack a evidenceId=e2 personId=nora at=2026-06-20 level=detail', true],
    ['no evidence at all', 'no evidence e', false],
    ['routine measurements only', 'evidence e material=false', false],
    ['superseded today', 'evidence e supersededAt=2026-06-30', false],
    ['superseded tomorrow', 'evidence e supersededAt=2026-07-01', true],
    ['evidence of another risk', 'evidence e riskId=other', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I1', unread, change)).toBe(up);
  });

  test('an acknowledgement counts from the day it was recorded', () => {
    const told = 'ack a evidenceId=e personId=nora at=2026-06-19 level=detail recordedAt=2026-06-29';
    expect(isUpOn('2026-06-28', 'I1', unread, told)).toBe(true);
    expect(isUpOn('2026-06-29', 'I1', unread, told)).toBe(false);
  });

  test('with no person as owner, it is the lowest person with authority who has to be shown it', () => {
    expect(flagUp('I1', unread, 'risk r ownerId=crew').person).toBe('nora');
    expect(flagUp('I1', unread, 'risk r ownerId=-', 'no grant g-nora').person).toBe('omar');
    expect(isUp('I1', unread, 'risk r ownerId=-', 'no grant g-rita')).toBe(false);
  });

  test('with an owner the record does not hold, nobody else is put in their place', () => {
    expect(isUp('I1', unread, 'risk r ownerId=ghost')).toBe(false);
  });

  test('without a producing team the record itself has held it', () => {
    expect(flagUp('I1', unread, 'evidence e teamId=-').sentence).toBe(
      'nora has not been shown r. The record has held it since 18 Jun 2026: 12 days.',
    );
  });

  test('a new owner is asked to be shown it from the day of taking over', () => {
    expect(flagUp('I1', unread, 'risk r ownerSince=2026-06-29').since).toBe('2026-06-29');
    expect(flagUp('I1', unread, 'risk r ownerId=- ownerSince=2026-06-29').since).toBe('2026-06-28');
  });

  test('the brief says when there is no range, and counts what is known elsewhere', () => {
    expect(flagUp('I1', unread, 'risk r exposure=-', 'evidence e3 riskId=other at=2026-06-20 kind=audit relatesTo=[r]').nextStep).toBe(
      'Send the brief to nora: r, no range yet, 2 pieces, about 10 minutes.',
    );
  });

  test('long waits are told in months, with the days in brackets', () => {
    expect(flagUp('I1', unread, 'evidence e at=2026-02-28', 'risk r openedAt=2026-02-28').sentence).toContain('4 months (122 days).');
    expect(flagUp('I1', unread, 'evidence e at=2026-03-02', 'risk r openedAt=2026-02-28').sentence).toContain(': 120 days.');
  });
});
