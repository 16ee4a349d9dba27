import type { MeasuredRow } from '#core/picture/measured.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { dayInWords } from '#core/time.ts';
import { say } from '#language/say.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import '#web/ui/marks.css';

/** Beside a figure whose newest measurement is past its agreed age: a diamond and the day it was measured. Nothing beside any other. */
export function StaleMark({ risk: { measured } }: { risk: Pick<RiskRow, 'measured'> }) {
  if (measured === undefined || !isPast(measured)) return null;
  return <span className="stale-mark"><span aria-hidden="true">◆</span> {say('measured {day}', { day: dayInWords(measured.at) })}</span>;
}

/** How many open risks rest on evidence past its agreed age, as the way to the ledger of its ages; few words, for a line that is full. */
export function StaleCount({ picture }: { picture: Picture }) {
  const stale = picture.risks.filter(({ measured }) => measured !== undefined && isPast(measured)).length;
  return <PlaceLink to={{ page: 'evidence' }} view={{}}>{say('{stale, plural, one {# old figure} other {# old figures}}', { stale })}</PlaceLink>;
}

function isPast({ ageDays, limitDays }: MeasuredRow): boolean {
  return ageDays > limitDays;
}
