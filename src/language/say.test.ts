import { afterEach, describe, expect, expectTypeOf, test } from 'vitest';
import { currentLanguage, english, inLanguage, setLanguage, type Language } from '#language/current.ts';
import type { ValuesOf } from '#language/placeholders.ts';
import { messages, say, sayParts } from '#language/say.ts';

const german: Language = {
  tag: 'de',
  messages: {
    'Nothing is open': 'Nichts ist offen',
    '{count, plural, one {# open risk} other {# open risks}} of {team}': '{team}: {count, plural, one {# offenes Risiko} other {# offene Risiken}}',
    'Brief {person} on {date}': 'Am {date} {person} unterrichten',
    'Brief {person} <link>on it</link>': '{person} <link>dazu</link> unterrichten',
  },
};

afterEach(() => setLanguage(english));

describe(say, () => {
  test('says an English message as it is written', () => {
    expect(say('Nothing is open')).toBe('Nothing is open');
    expect(say('Brief {person} on {date}', { person: 'Ana Roy', date: '7 Jul' })).toBe('Brief Ana Roy on 7 Jul');
    expect(say('{count, plural, one {# open risk} other {# open risks}} of {team}', { count: 1, team: 'Shop' })).toBe('1 open risk of Shop');
    expect(say('{count, plural, one {# open risk} other {# open risks}} of {team}', { count: 1743, team: 'Shop' })).toBe('1,743 open risks of Shop');
    expect(say('{kind, select, team {Team} other {Person}} {size, number}', { kind: 'team', size: 12_000 })).toBe('Team 12,000');
  });

  test('says it in the language that is set', () => {
    setLanguage(german);
    expect(say('Nothing is open')).toBe('Nichts ist offen');
    expect(say('Brief {person} on {date}', { person: 'Ana Roy', date: '7. Juli' })).toBe('Am 7. Juli Ana Roy unterrichten');
    expect(say('{count, plural, one {# open risk} other {# open risks}} of {team}', { count: 1743, team: 'Shop' })).toBe('Shop: 1.743 offene Risiken');
  });

  test('says in English what the language does not hold, and a value as it is given, whatever it holds', () => {
    setLanguage(german);
    expect(say('Nothing is shut')).toBe('Nothing is shut');
    expect(say('Brief {person} on {date}', { person: '{date}', date: '<b>' })).toBe('Am <b> {date} unterrichten');
  });

  test('asks for the values that the message names, and for no others', () => {
    expectTypeOf<ValuesOf<'a {one} b {two}'>>().toEqualTypeOf<{ readonly one: string; readonly two: string }>();
    expectTypeOf<ValuesOf<'{count, plural, one {risk {name}} other {# risks}} of {team}'>>().toEqualTypeOf<{ readonly count: number; readonly name: string; readonly team: string }>();
    expectTypeOf<ValuesOf<'{n, plural, =0 {none} one {one} other {{m, plural, one {x} other {y}}}} {kind, select, a {A} other {B}} {size, number}'>>()
      .toEqualTypeOf<{ readonly n: number; readonly m: number; readonly kind: string; readonly size: number }>();
    // @ts-expect-error a value is wanting
    say('Brief {person}');
    // @ts-expect-error a name the message does not have
    say('Brief {person}', { person: 'Ana', date: 'x' });
    // @ts-expect-error a plural takes a number
    say('{count, plural, one {a} other {b}}', { count: '1' });
    // @ts-expect-error a text that is put together is not in the catalogue
    say(String(currentLanguage().tag));
    const names = messages({ open: 'Open', shut: 'Shut' });
    const which = Object.keys(names).length > 5 ? 'open' : 'shut';
    expect(say(names[which])).toBe('Shut');
  });
});

describe(sayParts, () => {
  test('keeps elements in their places, in the order of the language', () => {
    const values = { person: { name: 'Ana' }, link: (inner: readonly (string | object)[]) => ({ inner }) };
    expect(sayParts('Brief {person} <link>on it</link>', values)).toEqual(['Brief ', { name: 'Ana' }, ' ', { inner: ['on it'] }]);
    setLanguage(german);
    expect(sayParts('Brief {person} <link>on it</link>', values)).toEqual([{ name: 'Ana' }, ' ', { inner: ['dazu'] }, ' unterrichten']);
  });
});

describe(inLanguage, () => {
  test('goes back to the language before it, also where the work throws', () => {
    expect(inLanguage(german, () => say('Nothing is open'))).toBe('Nichts ist offen');
    expect(() => inLanguage(german, () => { throw new Error('no'); })).toThrow('no');
    expect(say('Nothing is open')).toBe('Nothing is open');
  });

  test('takes no work that goes on later', () => {
    // @ts-expect-error the language would be another one by then
    void inLanguage(german, () => Promise.resolve(1));
  });
});
