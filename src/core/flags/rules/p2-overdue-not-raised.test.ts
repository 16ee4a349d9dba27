import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const late = 'risk r dueAt=2026-06-26';
const raised = 'escalation x riskId=r at=2026-06-27 byId=nora toId=omar';

describe('P2 past its date, not raised', () => {
  test('four days over and nobody told', () => {
    expect(flagUp('P2', late, 'risk r label="Old parser"')).toMatchObject({
      subject: 'r', since: '2026-06-29', sentence: 'Old parser was due 26 Jun 2026. Nobody has been told: 4 days.',
      nextStep: 'Raise it to omar with one sentence and a new date: raising it clears this.',
    });
  });

  test.each([
    ['due exactly 3 days ago', 'risk r dueAt=2026-06-27', true],
    ['2 days over', 'risk r dueAt=2026-06-28', false],
    ['due in future', 'risk r dueAt=2026-07-20', false],
    ['no date', 'risk r dueAt=-', false],
    ['raised', raised, false],
    ['raised on the day it was due', `${raised}\nescalation x at=2026-06-26`, false],
    ['raised the day before it was due', `${raised}\nescalation x at=2026-06-25`, false],
    ['raised before, 29 days past', `${raised}\nescalation x at=2026-05-31\nrisk r dueAt=2026-06-01 openedAt=2026-05-01`, false],
    ['raised before, 30 days past', `${raised}\nescalation x at=2026-05-30\nrisk r dueAt=2026-05-31 openedAt=2026-05-01`, true],
    ['raised on the day it was due, 40 days past', `${raised}\nescalation x at=2026-05-21\nrisk r dueAt=2026-05-21 openedAt=2026-05-01`, false],
    ['raised after its date, 40 days past', `${raised}\nescalation x at=2026-06-10\nrisk r dueAt=2026-05-21 openedAt=2026-05-01`, false],
    ['raised before, 2 days past, where a policy gives a day to what was raised', `${raised}\nescalation x at=2026-06-27\nrisk r dueAt=2026-06-28\npolicy policy thresholds={"P2.daysWhenRaisedBefore":1}`, false],
    ['raised before, 3 days past, where a policy gives a day to what was raised', `${raised}\nescalation x at=2026-06-26\nrisk r dueAt=2026-06-27\npolicy policy thresholds={"P2.daysWhenRaisedBefore":1}`, true],
    ['another risk was raised', `${raised}\nescalation x riskId=other`, true],
    ['a new date to come was agreed', `${raised}\nescalation x newDate=2026-07-10`, false],
    ['a new date has passed 3 days ago', `${raised}\nescalation x at=2026-05-02 newDate=2026-06-27\nrisk r dueAt=2026-05-01 openedAt=2026-04-01`, false],
    ['a new date has passed 30 days ago', `${raised}\nescalation x at=2026-05-02 newDate=2026-05-31\nrisk r dueAt=2026-05-01 openedAt=2026-04-01`, true],
    ['closed', 'risk r closedAt=2026-06-29', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P2', late, change)).toBe(up);
  });

  test('goes to the manager of the owner, else to where the work is, else up the line', () => {
    expect(flagUp('P2', late, 'risk r ownerId=desk').nextStep).toMatch(/^Raise it to nora /);
    expect(flagUp('P2', late, 'person nora managerId=-').nextStep).toMatch(/^Raise it to the next person up the line /);
    expect(flagUp('P2', late, 'risk r ownerId=desk', 'service shop teamId=-').nextStep).toMatch(/^Raise it to the next person up the line /);
    expect(flagUp('P2', late, 'person omar to=2026-06-01').nextStep).toMatch(/^Raise it to rita /);
  });
});
