import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { knowledgeLags, type KnowledgeLag } from '#core/picture/knowledge-lags.ts';
import type { Picture } from '#core/picture/picture.ts';
import { knowledgeWords } from '#core/picture/sentences/card-words.ts';
import { inWords } from '#core/picture/sentences/prose.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import { namesOf } from '#web/charts/names.ts';

export interface KnowledgeLagWords extends ChartWords {
  /** The longest, as many as are drawn. */
  drawn: readonly KnowledgeLag[];
  /** All of them. */
  count: number;
}

/** Words, marks and rows of the lag chart: the longest times between somebody knowing and the decider knowing. */
export function describeKnowledgeLag(picture: Picture, limit: number): KnowledgeLagWords {
  const lags = knowledgeLags(picture);
  const drawn = lags.slice(0, limit);
  return {
    drawn,
    count: lags.length,
    headline: knowledgeWords(lags, limit).headline,
    subtitle: drawn.length < lags.length ? say('The {drawn} longest.', { drawn: inWords(drawn.length) }) : '',
    alt: say('One line for each of {drawn, plural, one {# risk} other {# risks}} on one time axis ending {asOf}, longest first. {lagWords}.', { drawn: drawn.length, asOf: dayInWords(picture.asOf), lagWords: drawn.map(lagWords).join('; ') }),
    data: {
      caption: say('Days between the first person knowing and the decision owner being informed'),
      file: 'who-knew-when',
      columns: [{ label: say('Risk') }, { label: say('First known') }, { label: say('By') }, { label: say('Decision owner informed') }, { label: say('Decided') }, { label: say('Days'), numeric: true }],
      rows: drawn.map((lag) => [
        { value: `${lag.risk.id} ${lag.risk.label}` },
        { value: lag.firstKnownAt.slice(0, 10), shown: dayInWords(lag.firstKnownAt) },
        { value: knower(picture, lag) },
        day(lag.ownerKnewAt, say('not yet')),
        day(lag.decidedAt, say('no decision recorded')),
        { value: lag.lagDays, shown: daysWords(lag) },
      ]),
    },
  };
}

/** `168 days`, with a plus while it still runs. */
export function daysWords(lag: Pick<KnowledgeLag, 'lagDays' | 'running'>): string {
  return `${say('{lagDays, plural, one {# day} other {# days}}', { lagDays: lag.lagDays })}${lag.running ? '+' : ''}`;
}

function lagWords(lag: KnowledgeLag): string {
  const values = { risk: lag.risk.label, known: dayInWords(lag.firstKnownAt), days: lag.lagDays };
  return lag.ownerKnewAt === null
    ? say('{risk}: known {known}, not yet with the decision owner, {days, plural, one {# day} other {# days}}', values)
    : say('{risk}: known {known}, with the decision owner {reached}, {days, plural, one {# day} other {# days}}', { ...values, reached: dayInWords(lag.ownerKnewAt) });
}

function knower(picture: Picture, lag: KnowledgeLag): string {
  const by = lag.firstKnownBy;
  if (by === null) return say('not recorded');
  return by.kind === 'team' ? namesOf(picture).teamName(by.id) : namesOf(picture).personName(by.id);
}

function day(when: string | null, missing: string) {
  return when === null ? { value: null, shown: missing } : { value: when.slice(0, 10), shown: dayInWords(when) };
}
