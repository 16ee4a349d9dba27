import { sentences } from '#core/picture/sentences/prose.ts';
import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { teamByProcess } from '#core/picture/roll-up.ts';
import { teamByProcessWords } from '#core/picture/sentences/card-words.ts';
import type { CardWords } from '#core/picture/sentences/prose.ts';
import { trimTable, type BriefTable } from '#web/charts/team-by-process/trim.ts';

export interface TeamByProcessCardWords extends CardWords {
  caption: string;
  table: BriefTable;
}

/** Words and rows of the table of teams by release process. */
export function describeTeamByProcess(picture: Picture, room: { rows: number; columns: number }): TeamByProcessCardWords {
  const whole = teamByProcess(picture);
  const table = trimTable(picture, whole, room);
  return {
    headline: teamByProcessWords(picture, whole).headline,
    subtitle: sentences([
      say('Expected annual loss, rounded. Solid: held by someone who can decide and has seen the evidence; hatched: not.'),
      table.total.summary.unquantified === 0 ? undefined : say('+n: risks without a range.'),
    ]),
    caption: say('Expected annual loss of open risks by owning team and release process'),
    table,
  };
}
