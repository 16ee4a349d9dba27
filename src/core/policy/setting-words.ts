import { dayInWords } from '#core/time.ts';
import { byLoss, type LossTolerance } from '#core/record/loss-tolerance.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import type { FigureUnit } from '#core/flags/policy-catalogue.ts';
import { listed } from '#language/lists.ts';

const plain: Readonly<Record<Exclude<FigureUnit, 'share' | 'part'>, readonly [one: string, many: string]>> = {
  days: ['day', 'days'], minutes: ['minute', 'minutes'], decisions: ['decision', 'decisions'], findings: ['finding', 'findings'],
  fixes: ['fix', 'fixes'], actions: ['action', 'actions'], people: ['person', 'people'], approvers: ['approver', 'approvers'],
  risks: ['risk', 'risks'],
};

/** `14 days`, `1 person`, `60%`, `clock / 6`. */
export function figureWords(value: number, unit: FigureUnit): string {
  if (unit === 'share') return `${percent(value)}%`;
  if (unit === 'part') return `clock / ${grouped(value)}`;
  const [one, many] = plain[unit];
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** `safety and licence`, or `none`. */
export function categoryWords(categories: readonly string[]): string {
  return categories.length === 0 ? 'none' : listed(categories);
}

/** `above $5 million in at most 20% of years, above $20 million in at most 5%, set by the board on 1 Feb 2026`, or `not set`. */
export function toleranceWords(tolerance: LossTolerance | null, currency: string): string {
  if (tolerance === null) return 'not set';
  const { points, setBy, setAt, source } = tolerance;
  const curve = byLoss(points).map(({ above, atMost }, index) =>
    `above ${moneyProse(above, 'exact', currency)} in at most ${percent(atMost)}%${index === 0 ? ' of years' : ''}`);
  const by = setBy === undefined ? '' : ` by ${setBy}`;
  const on = setAt === undefined ? '' : ` on ${dayInWords(setAt)}`;
  const set = by === '' && on === '' ? [] : [`set${by}${on}`];
  return [...curve, ...set, ...(source === undefined ? [] : [`source: ${source}`])].join(', ');
}

/** A probability as percent without the noise of binary fractions. */
export function percent(value: number): string {
  return String(Number((value * 100).toFixed(4)));
}

function grouped(value: number): string {
  const [whole = '0', part] = String(value).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? text : `${text}.${part}`;
}
