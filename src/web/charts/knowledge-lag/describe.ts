import { dayInWords } from '#core/time.ts';
import { knowledgeLags, type KnowledgeLag } from '#core/picture/knowledge-lags.ts';
import type { Picture } from '#core/picture/picture.ts';
import { knowledgeWords } from '#core/picture/sentences/card-words.ts';
import { counted, inWords } from '#core/picture/sentences/prose.ts';
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
    subtitle: drawn.length < lags.length ? `The ${inWords(drawn.length)} longest.` : '',
    alt: `One line for each of ${counted(drawn.length, 'risk')} on one time axis ending ${dayInWords(picture.asOf)}, longest first. ${drawn.map(lagWords).join('; ')}.`,
    data: {
      caption: 'Days between the first person knowing and the decision owner being informed',
      file: 'who-knew-when',
      columns: [{ label: 'Risk' }, { label: 'First known' }, { label: 'By' }, { label: 'Decision owner informed' }, { label: 'Decided' }, { label: 'Days', numeric: true }],
      rows: drawn.map((lag) => [
        { value: `${lag.risk.id} ${lag.risk.label}` },
        { value: lag.firstKnownAt.slice(0, 10), shown: dayInWords(lag.firstKnownAt) },
        { value: knower(picture, lag) },
        day(lag.ownerKnewAt, 'not yet'),
        day(lag.decidedAt, 'no decision recorded'),
        { value: lag.lagDays, shown: daysWords(lag) },
      ]),
    },
  };
}

/** `168 days`, with a plus while it still runs. */
export function daysWords(lag: Pick<KnowledgeLag, 'lagDays' | 'running'>): string {
  return `${counted(lag.lagDays, 'day')}${lag.running ? '+' : ''}`;
}

function lagWords(lag: KnowledgeLag): string {
  return `${lag.risk.label}: known ${dayInWords(lag.firstKnownAt)}, ${lag.ownerKnewAt === null ? 'not yet with the decision owner' : `with the decision owner ${dayInWords(lag.ownerKnewAt)}`}, ${counted(lag.lagDays, 'day')}`;
}

function knower(picture: Picture, lag: KnowledgeLag): string {
  const by = lag.firstKnownBy;
  if (by === null) return 'not recorded';
  return by.kind === 'team' ? namesOf(picture).teamName(by.id) : namesOf(picture).personName(by.id);
}

function day(when: string | null, missing: string) {
  return when === null ? { value: null, shown: missing } : { value: when.slice(0, 10), shown: dayInWords(when) };
}
