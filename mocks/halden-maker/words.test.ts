import { describe, expect, it } from 'vitest';
import { allFiles } from '#mocks/halden-maker/files/all-files.ts';

/** Words that say more about a person than a record can, and words that stand for a colour or a grade. */
const NEVER =
  /\b(failed to|neglect\w*|ignored|missed|should have|ought to|blam\w+|guilty|culprit|negligen\w+|careless|incompetent|reckless|non-compliant|unauthori[sz]ed|conceal\w*|withheld|rubber-stamped|scapegoat|overdue|amber|red|green)\b/i;

describe('the texts of the sample', () => {
  it('say nothing of a person that a record cannot know, and name no colour', () => {
    const said = [...allFiles()].flatMap(([path, text]) => text.split('\n').filter((line) => NEVER.test(line)).map((line) => `${path}: ${line.trim()}`));
    expect(said).toEqual([]);
  });

  it('call no risk, piece of evidence or condition high, medium or low', () => {
    const texts = [...allFiles()].filter(([path]) => path.startsWith('register/') || (path.startsWith('record/') && path.endsWith('.yaml')));
    const said = texts.flatMap(([path, text]) =>
      text.split('\n').slice(1).filter((line) => /\b(high|medium|low)\b(?!:)/i.test(line)).map((line) => `${path}: ${line.trim()}`),
    );
    expect(said).toEqual([]);
  });
});
