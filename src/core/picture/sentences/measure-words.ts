import { percent as inPercent } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import type { Measurement, Measurements, OptionWorth } from '#core/picture/measurements.ts';
import { whoCanMeasure } from '#core/picture/measurements.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { personIn, teamIn } from '#core/picture/sentences/names.ts';
import { atStart, listed, money, type CardWords } from '#core/picture/sentences/prose.ts';

/** The better choice on what is known, and how likely it is the wrong one. */
export function choiceWords(picture: Picture, { option, worth, belief }: OptionWorth): string {
  const now = worth.choice === 'treat'
    ? say('Doing it brings {netBenefit} a year more than it costs, on average', { netBenefit: money(picture, worth.netBenefit) })
    : say('It costs {money} a year more than it brings, on average', { money: money(picture, -worth.netBenefit) });
  const wrong = belief.sigma === 0
    ? say('the record states no doubt about the size, so nothing could change the call')
    : say('there is a {chanceWrong} chance this call is the wrong one', { chanceWrong: chanceInWords(worth.chanceWrong) });
  return say('{option}: {costPerYear} a year. {now}; {wrong}.', { option: option.label, costPerYear: money(picture, option.costPerYear), now, wrong });
}

/** What finding out the true rate, or the true range of one loss, is worth at most. */
export function worthWords(picture: Picture, what: Measurement['what'], atMost: number): string {
  const found = what === 'rate' ? say('how often it happens') : say('what one time really costs');
  return atMost < 1
    ? say('No answer about {found} would change the call.', { found })
    : say('Finding out {found} is worth at most {atMost} a year to this decision.', { found, atMost: money(picture, atMost) });
}

/** Who can measure it, and to whom it matters. */
export function whoWords(picture: Picture, risk: RiskRow): string {
  const teams = whoCanMeasure(risk).map((id) => teamIn(picture, id));
  const who = teams.length === 0 ? say('No team is recorded that could measure it') : say('{teams} can measure it', { teams: listed(teams) });
  return `${who}; ${risk.ownerId === null ? say('nobody is named to decide') : say("it is {ownerId}'s call", { ownerId: personIn(picture, risk.ownerId) })}.`;
}

/** Headline and lede of the page that ranks what to find out. */
export function measurePageWords(picture: Picture, { ranked, unpriced, withoutOption }: Measurements): CardWords {
  const worthwhile = ranked.filter(({ atMost }) => atMost >= 1);
  const [first] = worthwhile;
  const open = new Set(ranked.map(({ risk }) => risk.id)).size;
  const headline = first === undefined
    ? say('No open decision on the record would be changed by finding out more')
    : say('Finding out {what, select, rate {how often it happens} other {what one time costs}} matters most for “{risk}”: worth at most {atMost} a year', { what: first.what, risk: first.risk.label, atMost: money(picture, first.atMost) });
  const rest = withoutOption.length + unpriced.length;
  return {
    headline,
    subtitle: say('{open} open {open2, plural, one {decision has} other {decisions have}} an option with a cost and a size to price it with. {rest, plural, one {# open decision} other {# open decisions}} {rest, plural, one {has} other {have}} not.', { open: atStart(open), open2: open, rest }),
  };
}

function chanceInWords(chance: number): string {
  const percent = Math.round(chance * 100);
  return percent === 0 ? say('less than 1%') : inPercent(String(percent));
}
