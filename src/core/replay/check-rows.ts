import { dayOf, isoDay } from '#core/time.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { personName, riskName } from '#core/record/names.ts';
import { replayCase } from '#core/flags/replay.ts';
import { flagRuleOf } from '#core/flags/rules.ts';
import { flagIds, type FlagId } from '#core/flags/flag.ts';
import type { Entry } from '#core/record/entry.ts';
import type { CheckRow } from '#core/replay/case-view.ts';
import { protectedPersons, type DocumentedCase } from '#core/replay/documented-case.ts';
import { protectedWords } from '#core/replay/fact-rows.ts';
import type { FlagRecorder } from '#core/replay/flag-recorder.ts';
import { withoutJudging } from '#core/replay/left-out.ts';

/**
 * What the case asks of the rules and what came of it: the checks of `replay`, over the days already looked at.
 * `shown` are the entries with the names to show.
 */
export function checkRows(file: DocumentedCase, shown: readonly Entry[], recorder: FlagRecorder): { checks: readonly CheckRow[]; failed: number } {
  const last = file.replay === null || file.replay === undefined ? 0 : dayOf(file.replay.to);
  const { checks, failed } = replayCase(file, (day) => (day <= last ? recorder.upOn(isoDay(day)) : undefined));
  const view = viewAsOf(shown, '9999-12-31');
  const kept = protectedPersons(file);
  const words = protectedWords(file);
  // The checks stand in the order of the case: what it expects by a day, then what must stay quiet.
  const reasons = [
    ...file.expected.flatMap(({ by, says }) => (by === undefined || by === null ? [] : [says])),
    ...file.mustNotFire.map(({ why }) => why),
  ];
  return {
    failed,
    checks: checks.map(({ flag, subject, person, expected, got, ok }, index) => {
      const says = reasons[index];
      const text = says === undefined || says === null ? '' : withoutJudging(says, words).text;
      return { flag, expected, got, ok, about: aboutWords(view, flag, subject, person, kept), says: text === '' ? null : text };
    }),
  };
}

/** A flag by its title; an id the product does not know stands as it is. */
export function flagTitle(id: string): string {
  return isFlagId(id) ? flagRuleOf(id).text.title : id;
}

export function isFlagId(id: string): id is FlagId {
  return flagIds.some((each) => each === id);
}

function aboutWords(view: RecordView, flag: string, subject: string | null, person: string | null, kept: ReadonlySet<string>): string {
  const what = flag === '*' ? 'Any flag' : `${flag} ${flagTitle(flag)}`;
  const where = subject === null ? '' : `, on ${riskName(view, subject)}`;
  if (person === null) return `${what}${where}`;
  return kept.has(person) ? `${what} about one person the case protects${where}` : `${what}${where}, about ${personName(view, person)}`;
}
