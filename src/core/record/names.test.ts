import { describe, expect, test } from 'vitest';
import { listed } from '#language/lists.ts';
import { evidenceName, personName, processName, riskName, serviceName, teamName } from '#core/record/names.ts';
import { TODAY, viewOn } from '#test/support/world.ts';

describe('names on screen', () => {
  test('a name before a label before an id', () => {
    const view = viewOn(TODAY, 'person nora name="Nora L." label=charter', 'person omar label=Omar', 'team orders name=Orders', 'service shop name=Shop', 'process web name=Web stages=[]', 'risk r label="Old parser"');
    expect([personName(view, 'nora'), personName(view, 'omar'), personName(view, 'rita'), personName(view, 'ghost')]).toEqual(['Nora L.', 'Omar', 'rita', 'ghost']);
    expect([teamName(view, 'orders'), serviceName(view, 'shop'), processName(view, 'web'), riskName(view, 'r')]).toEqual(['Orders', 'Shop', 'Web', 'Old parser']);
    expect([teamName(view, 'x'), serviceName(view, 'x'), processName(view, 'x'), riskName(view, 'x')]).toEqual(['x', 'x', 'x', 'x']);
  });

  test('a piece of evidence without a label is what it is and when', () => {
    expect(evidenceName(viewOn(TODAY), 'e')).toBe('the assessment of 26 Jun 2026');
    expect(evidenceName(viewOn(TODAY, 'evidence e label="the vault audit"'), 'e')).toBe('the vault audit');
    expect(evidenceName(viewOn(TODAY), 'x')).toBe('x');
  });

  test('lists read as sentences do', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});
