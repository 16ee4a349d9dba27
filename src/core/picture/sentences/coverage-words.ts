import type { Coverage, Share } from '#core/picture/picture.ts';
import { counted } from '#core/picture/sentences/prose.ts';

export interface CoverageLine {
  part: keyof Coverage;
  share: Share;
  sentence: string;
}

interface Wording {
  one: string;
  many: string;
  hasOne: string;
  hasMany: string;
}

const wordings: Readonly<Record<keyof Coverage, Wording>> = {
  servicesWithTeam: { one: 'service', many: 'services', hasOne: 'has an owning team', hasMany: 'have an owning team' },
  servicesWithProcess: { one: 'service', many: 'services', hasOne: 'has a release process', hasMany: 'have a release process' },
  servicesWithFindings: { one: 'service', many: 'services', hasOne: 'has findings from a scan or a test', hasMany: 'have findings from a scan or a test' },
  teamsWithLead: { one: 'team', many: 'teams', hasOne: 'has a named lead', hasMany: 'have a named lead' },
  risksWithRange: { one: 'open risk', many: 'open risks', hasOne: 'has a range of loss and rate', hasMany: 'have a range of loss and rate' },
  risksWithOwner: { one: 'open risk', many: 'open risks', hasOne: 'has a named owner', hasMany: 'have a named owner' },
  peopleWithManager: { one: 'person', many: 'people', hasOne: 'has a manager on the record', hasMany: 'have a manager on the record' },
};

const order: readonly (keyof Coverage)[] = [
  'servicesWithTeam', 'teamsWithLead', 'risksWithOwner', 'risksWithRange', 'servicesWithProcess', 'servicesWithFindings', 'peopleWithManager',
];

/** How much of the organisation the record covers, one sentence each: `42 of 60 services have an owning team`. */
export function coverageWords(coverage: Coverage): readonly CoverageLine[] {
  return order.map((part) => ({ part, share: coverage[part], sentence: coverageSentence(part, coverage[part]) }));
}

export function coverageSentence(part: keyof Coverage, share: Share): string {
  const { one, many, hasOne, hasMany } = wordings[part];
  if (share.total === 0) return `No ${one} is on the record`;
  if (share.with === 0) return `None of ${counted(share.total, one, many)} ${hasOne}`;
  const all = share.with === share.total;
  if (all) return share.total === 1 ? `The one ${one} ${hasOne}` : `All ${counted(share.total, one, many)} ${hasMany}`;
  return `${share.with} of ${counted(share.total, one, many)} ${share.with === 1 ? hasOne : hasMany}`;
}
