import { describe, expect, it } from 'vitest';
import type { Person, Team } from '#core/record/entities.ts';
import { PeopleIndex } from '#importers/matching/people.ts';

const persons: readonly Person[] = [
  { id: 'jdoe', name: 'Jane Doe', kind: 'person' },
  { id: 'p-2', name: 'Tomasz Zieliński', kind: 'person' },
  { id: 'p-3', name: 'Ada Ray', kind: 'person' },
  { id: 'p-4', name: 'Bo Ray', kind: 'person' },
  { id: 'ciso', name: 'Chief Information Security Officer', kind: 'role', holderId: 'jdoe' },
  { id: 'twin-1', name: 'Sam Lee', kind: 'person' },
  { id: 'twin-2', name: 'Sam Lee', kind: 'person' },
];
const teams: readonly Team[] = [{ id: 'payments', name: 'Payments', kind: 'engineering' }];
const people = new PeopleIndex({
  persons: new Map(persons.map((person) => [person.id, person])),
  teams: new Map(teams.map((team) => [team.id, team])),
});

describe('a text that names somebody', () => {
  it.each([
    ['jdoe', 'jdoe'],
    ['@JDoe', 'jdoe'],
    ['Jane Doe', 'jdoe'],
    ['  jane   DOE ', 'jdoe'],
    ['Doe, Jane', 'jdoe'],
    ['Jane Doe (Payments)', 'jdoe'],
    ['jane.doe@acme.example', 'jdoe'],
    ['jdoe@acme.example', 'jdoe'],
    ['Jane Doe <nobody@acme.example>', 'jdoe'],
    ['J. D. <jdoe@acme.example>', 'jdoe'],
    ['Doe', 'jdoe'],
    ['Tomasz Zielinski', 'p-2'],
    ['Zieliński', 'p-2'],
    ['Chief Information Security Officer', 'ciso'],
    ['CISO', 'ciso'],
  ])('finds who is meant by %s', (text, id) => {
    expect(people.match(text)).toEqual({ type: 'held', id });
  });

  it.each(['Ray', 'Sam Lee', 'John Smith', 'nobody@acme.example', 'Head of Engineering', 'j\u200bdoe', 'ad\u200bmin@acme.example'])(
    'does not guess who is meant by %s', (text) => {
      expect(people.match(text).type).toBe('unknown');
    },
  );

  it('keeps a text that matches nobody as an id on one line', () => {
    expect(people.match(' John\n Smith ')).toEqual({ type: 'unknown', id: 'John Smith' });
    expect(people.match('John\u202eSmith')).toEqual({ type: 'unknown', id: 'John\ufffdSmith' });
  });

  it.each([
    ['security@acme.example', { id: 'security@acme.example', kind: 'mailbox' }],
    ['IT-Ops@acme.example', { id: 'it-ops@acme.example', kind: 'mailbox' }],
    ['Security Team', { id: 'group:security-team', kind: 'group' }],
    ['Risk & Compliance', { id: 'group:risk-compliance', kind: 'group' }],
    ['Jane Doe; Ada Ray', { id: 'group:jane-doe-ada-ray', kind: 'group' }],
    ['payments', { id: 'group:payments', kind: 'group', teamId: 'payments' }],
  ])('takes %s for something that cannot decide', (text, person) => {
    expect(people.match(text)).toMatchObject({ type: 'collective', person });
  });
});
