import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { summarise, type Summary } from '#core/picture/roll-up.ts';
import { itemMatcher, type ItemMatch } from '#core/translate/match-item.ts';
import type { ListedItem } from '#core/translate/read-list.ts';

export interface TranslatedItem extends ListedItem {
  match: ItemMatch;
}

/** What stands behind one colour word, or behind no colour at all. */
export interface Behind {
  risks: readonly RiskRow[];
  summary: Summary;
  /** Open longest; `null` without a risk. */
  oldest: RiskRow | null;
  /** Without a decision in force. */
  undecided: readonly RiskRow[];
  /** Evidence on them has not reached the person who decides, in detail. */
  unseen: readonly RiskRow[];
}

export interface ColourWord extends Behind {
  /** As it was first written. */
  colour: string;
  items: readonly TranslatedItem[];
}

export interface Translation {
  /** In the order of the list. */
  colours: readonly ColourWord[];
  /** Open risks no item of the list stands for. */
  unmentioned: Behind;
  /** Items the record holds nothing for, several things for, or only something closed. */
  notFound: readonly TranslatedItem[];
  several: readonly TranslatedItem[];
  closed: readonly TranslatedItem[];
}

const specificity = { risk: 0, service: 1, process: 2, team: 3 } as const;

/**
 * What a list in colours stands for on the record. Every open risk is under one colour word or under none: where several
 * items reach it, the one that names it most closely counts (the risk itself, then its service, its process, its team),
 * and of equally close ones the first. Nothing is kept.
 */
export function translateList(picture: Picture, list: readonly ListedItem[]): Translation {
  const matcher = itemMatcher(picture);
  const items = list.map((item): TranslatedItem => ({ ...item, match: matcher.match(item.item) }));
  const colourOf = colourByRisk(items);
  const words = new Map<string, string>();
  for (const { colour } of items) if (!words.has(keyOf(colour))) words.set(keyOf(colour), colour);
  return {
    colours: [...words].map(([key, colour]) => ({
      colour,
      items: items.filter((item) => keyOf(item.colour) === key),
      ...behind(picture.risks.filter((risk) => colourOf.get(risk.id) === key)),
    })),
    unmentioned: behind(picture.risks.filter((risk) => !colourOf.has(risk.id))),
    notFound: items.filter(({ match }) => match.kind === 'none'),
    several: items.filter(({ match }) => match.kind === 'several'),
    closed: items.filter(({ match }) => match.kind === 'closed'),
  };
}

function colourByRisk(items: readonly TranslatedItem[]): ReadonlyMap<string, string> {
  const held = new Map<string, { colour: string; rank: number }>();
  for (const { colour, match } of items) {
    if (!('riskIds' in match)) continue;
    const rank = specificity[match.kind];
    for (const id of match.riskIds) {
      const other = held.get(id);
      if (other === undefined || rank < other.rank) held.set(id, { colour: keyOf(colour), rank });
    }
  }
  return new Map([...held].map(([id, { colour }]) => [id, colour]));
}

function behind(risks: readonly RiskRow[]): Behind {
  const [first, ...others] = risks;
  return {
    risks,
    summary: summarise(risks),
    oldest: first === undefined ? null : others.reduce((oldest, risk) => (risk.ageDays > oldest.ageDays ? risk : oldest), first),
    undecided: risks.filter((risk) => !risk.decisions.some((decision) => decision.inForce)),
    unseen: risks.filter((risk) => risk.information.state === 'lacks'),
  };
}

function keyOf(colour: string): string {
  return colour.trim().toLowerCase();
}
