import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { flagIds } from '#core/flags/flag.ts';
import { flagRuleOf, recordRules, riskRules } from '#core/flags/rules.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const catalogue = z.object({
  flags: z.array(z.object({ id: z.enum(flagIds), key: z.string(), family: z.string(), tier: z.string(), title: z.string(), sentence: z.string() })),
});
const path = sharedFile('flags.json');
const flags = path === undefined ? [] : catalogue.parse(JSON.parse(readFileSync(path, 'utf8'))).flags;

describe.runIf(path !== undefined)('the catalogue of flags beside the checkout', () => {
  test('has the 31 flags that are built, besides the notice', () => {
    expect(flags.map(({ id }) => id).sort()).toEqual([...riskRules, ...recordRules].map(({ text }) => text.id).filter((id) => id !== 'A5w').sort());
  });

  test.each(flags)('$id is called as it is there', ({ id, key, family, tier, title }) => {
    const { text } = flagRuleOf(id);
    expect({ key: text.key, family: text.family, tier: text.tier, title: text.title }).toEqual({ key, family, tier, title });
  });

  test.each(flags)('$id says what it says there', ({ id, sentence }) => {
    const ours = Object.values(flagRuleOf(id).text.sentences).join(' ').toLowerCase();
    for (const word of fixedWords(sentence)) expect(ours).toContain(word);
  });
});

/** The words of a sentence that stand outside its placeholders, short ones and counted nouns left out. */
function fixedWords(sentence: string): readonly string[] {
  let depth = 0;
  let fixed = '';
  for (const character of sentence) {
    if (character === '{') depth += 1;
    if (depth === 0) fixed += character;
    if (character === '}') depth -= 1;
  }
  const words = fixed.toLowerCase().split(/[^a-z']+/);
  return words.filter((word) => word.length > 4 && !['pieces', 'known'].includes(word));
}
