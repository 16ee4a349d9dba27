import { describe, expect, test } from 'vitest';
import type { GrantScope } from '#core/record/entities.ts';
import { coversServices, isWithinTeam, scopeInside } from '#core/authority/grant-scope.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

const tree = indexOn(TODAY, 'team cart kind=engineering parentId=orders', 'service basket teamId=cart', 'service stray', 'service lost teamId=ghosts');

describe(scopeInside, () => {
  const inside: readonly [string, GrantScope | undefined, GrantScope | undefined, string][] = [
    ['everything inside everything', undefined, undefined, 'covers'],
    ['something inside everything', { services: ['shop'] }, undefined, 'covers'],
    ['everything inside something', undefined, { services: ['shop'] }, 'outside'],
    ['a wildcard inside something', { services: ['*'] }, { services: ['shop'] }, 'outside'],
    ['something inside a wildcard', { services: ['shop'] }, { services: ['*'] }, 'covers'],
    ['the same services', { services: ['shop'] }, { services: ['index', 'shop'] }, 'covers'],
    ['one service too many', { services: ['shop', 'vault'] }, { services: ['index', 'shop'] }, 'outside'],
    ['kinds inside', { kinds: ['mitigate'] }, { kinds: ['mitigate', 'accept'] }, 'covers'],
    ['kinds outside', { kinds: ['accept'] }, { kinds: ['mitigate'] }, 'outside'],
    ['one kind too many', { kinds: ['mitigate', 'accept'] }, { kinds: ['mitigate'] }, 'outside'],
    ['every kind from some', {}, { kinds: ['mitigate'] }, 'outside'],
    ['every kind, said so, from some', { kinds: ['*'] }, { kinds: ['mitigate'] }, 'outside'],
    ['a team below the giver\'s', { teams: ['cart'] }, { teams: ['orders'] }, 'covers'],
    ['a team above the giver\'s', { teams: ['orders'] }, { teams: ['cart'] }, 'outside'],
    ['one of two teams outside', { teams: ['cart', 'search'] }, { teams: ['orders'] }, 'outside'],
    ['a service of the giver\'s team', { services: ['shop'] }, { teams: ['orders'] }, 'covers'],
    ['a service of a team below', { services: ['basket'] }, { teams: ['orders'] }, 'covers'],
    ['a service of another team', { services: ['index'] }, { teams: ['orders'] }, 'outside'],
    ['a service without a team', { services: ['stray'] }, { teams: ['orders'] }, 'cannot-tell'],
    ['a service of a team the record does not hold', { services: ['lost'] }, { teams: ['orders'] }, 'cannot-tell'],
    ['everything from a team', {}, { teams: ['orders'] }, 'outside'],
    ['everything, without a scope, from a team', undefined, { teams: ['orders'] }, 'outside'],
    ['a team whose services the giver holds one by one', { teams: ['cart'] }, { services: ['basket'] }, 'covers'],
    ['a team with a service the giver does not hold', { teams: ['orders'] }, { services: ['shop'] }, 'outside'],
    ['a team with every service the giver holds, below included', { teams: ['orders'] }, { services: ['shop', 'basket'] }, 'covers'],
    ['a team the record does not hold', { teams: ['ghosts'] }, { teams: ['orders'] }, 'cannot-tell'],
  ];
  test.each(inside)('%s', (_, given, giver, expected) => {
    expect(scopeInside(tree, given, giver)).toBe(expected);
  });
});

describe(coversServices, () => {
  const scopes: readonly [string, GrantScope | undefined, readonly string[], string][] = [
    ['a team covers services below it', { teams: ['orders'] }, ['shop', 'basket'], 'covers'],
    ['one outside', { teams: ['orders'] }, ['basket', 'index'], 'outside'],
    ['outside counts before cannot tell', { teams: ['orders'] }, ['stray', 'index'], 'outside'],
    ['cannot tell', { teams: ['orders'] }, ['shop', 'stray'], 'cannot-tell'],
    ['a service the record does not hold, named', { services: ['nowhere'] }, ['nowhere'], 'covers'],
    ['a service the record does not hold, by team', { teams: ['orders'] }, ['nowhere'], 'cannot-tell'],
    ['the whole company', undefined, [], 'covers'],
    ['the whole company under wildcards', { services: ['*'], teams: ['*'] }, [], 'covers'],
    ['the whole company under a narrow scope', { services: ['shop'] }, [], 'outside'],
  ];
  test.each(scopes)('%s', (_, scope, services, expected) => {
    expect(coversServices(tree, scope, services)).toBe(expected);
  });
});

test('a circle of teams holds the services of all of them, once', () => {
  const circle = indexOn(TODAY, 'team cart kind=engineering parentId=orders', 'team orders parentId=cart', 'service basket teamId=cart');
  expect(scopeInside(circle, { teams: ['orders'] }, { services: ['shop', 'basket'] })).toBe('covers');
  expect(scopeInside(circle, { teams: ['orders'] }, { services: ['shop'] })).toBe('outside');
});

test('a circle of teams has an end', () => {
  const index = indexOn(TODAY);
  const looped = { ...index, view: { ...index.view, teams: new Map([['a', { id: 'a', kind: 'business' as const, parentId: 'b' }], ['b', { id: 'b', kind: 'business' as const, parentId: 'a' }]]) } };
  expect(isWithinTeam(looped, 'a', ['orders'])).toBe('outside');
  expect(isWithinTeam(looped, 'a', ['b'])).toBe('covers');
});
