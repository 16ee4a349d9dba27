import type { Measurement, Measurements, OptionWorth } from '#core/picture/measurements.ts';
import { whoCanMeasure } from '#core/picture/measurements.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { personIn, teamIn } from '#core/picture/sentences/names.ts';
import { atStart, counted, listed, money, type CardWords } from '#core/picture/sentences/prose.ts';

/** The better choice on what is known, and how likely it is the wrong one. */
export function choiceWords(picture: Picture, { option, worth, belief }: OptionWorth): string {
  const now = worth.choice === 'treat'
    ? `Doing it brings ${money(picture, worth.netBenefit)} a year more than it costs, on average`
    : `It costs ${money(picture, -worth.netBenefit)} a year more than it brings, on average`;
  const wrong = belief.sigma === 0
    ? 'the record states no doubt about the size, so nothing could change the call'
    : `there is a ${chanceInWords(worth.chanceWrong)} chance this call is the wrong one`;
  return `${option.label}: ${money(picture, option.costPerYear)} a year. ${now}; ${wrong}.`;
}

/** What finding out the true rate, or the true range of one loss, is worth at most. */
export function worthWords(picture: Picture, what: Measurement['what'], atMost: number): string {
  const found = what === 'rate' ? 'how often it happens' : 'what one time really costs';
  return atMost < 1
    ? `No answer about ${found} would change the call.`
    : `Finding out ${found} is worth at most ${money(picture, atMost)} a year to this decision.`;
}

/** Who can measure it, and to whom it matters. */
export function whoWords(picture: Picture, risk: RiskRow): string {
  const teams = whoCanMeasure(risk).map((id) => teamIn(picture, id));
  const who = teams.length === 0 ? 'No team is recorded that could measure it' : `${listed(teams)} can measure it`;
  return `${who}; ${risk.ownerId === null ? 'nobody is named to decide' : `it is ${personIn(picture, risk.ownerId)}'s call`}.`;
}

/** Headline and lede of the page that ranks what to find out. */
export function measurePageWords(picture: Picture, { ranked, unpriced, withoutOption }: Measurements): CardWords {
  const worthwhile = ranked.filter(({ atMost }) => atMost >= 1);
  const [first] = worthwhile;
  const open = new Set(ranked.map(({ risk }) => risk.id)).size;
  const headline = first === undefined
    ? 'No open decision on the record would be changed by finding out more'
    : `Finding out ${first.what === 'rate' ? 'how often it happens' : 'what one time costs'} matters most for “${first.risk.label}”: worth at most ${money(picture, first.atMost)} a year`;
  const rest = withoutOption.length + unpriced.length;
  return {
    headline,
    subtitle: `${atStart(open)} open ${open === 1 ? 'decision has' : 'decisions have'} an option with a cost and a size to price it with. ${counted(rest, 'open decision')} ${rest === 1 ? 'has' : 'have'} not.`,
  };
}

function chanceInWords(chance: number): string {
  const percent = Math.round(chance * 100);
  return percent === 0 ? 'less than 1%' : `${percent}%`;
}
