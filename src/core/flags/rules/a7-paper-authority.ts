import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { AuthorityGrant, Decision } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { serviceName } from '#core/record/names.ts';
import { kept } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { grantState } from '#core/authority/grant-state.ts';
import { grantReaches } from '#core/authority/reach.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { overDays } from '#core/flags/wording.ts';

const sentences = {
  main: 'On paper {owner} decides for {scope}. In the last 12 months {other} made {k} of {n} of those decisions.',
  unnamed: 'On paper {owner} decides for {scope}. In the last 12 months {k} of {n} of those decisions came without the name of who made them.',
  signed: 'On paper {owner} decides for {scope}. In the last 12 months {k} of {n} of those decisions were signed after they had been carried out.',
} as const;

const nextSteps = {
  ask: 'Ask {owner} and {other}: should the paper follow the practice, or the practice the paper? Then move the grant or move the decision. Neither answer is wrong.',
  askOwner: 'Ask {owner}: should the paper follow the practice, or the practice the paper? Then move the grant or move the decision. Neither answer is wrong.',
} as const;

export const a7PaperAuthority: RecordRule = {
  over: 'record',
  text: {
    id: 'A7',
    key: 'paper-authority',
    family: 'authority',
    tier: 'core',
    leading: false,
    title: 'The paper and the practice differ',
    subjectKind: 'person',
    rule: 'Of at least three decisions in a year on risks documented to a person, fewer than half were made by them or under a grant from them, before they were carried out.',
    thresholds: ['A7.days', 'A7.n', 'A7.share', 'emergency.days'],
    sources: ['Decision rights on paper and in practice'],
    sentences,
    nextSteps,
  },
  find(index) {
    return [...documented(index)].flatMap(([ownerId, decisions]) => {
      const { threshold } = index.policy;
      const own = decisions.filter((decision) => isTheirs(index, ownerId, decision));
      if (decisions.length < threshold('A7.n') || own.length / decisions.length >= threshold('A7.share')) return [];
      const since = decisions[threshold('A7.n') - 1];
      return [{ subject: ownerId, person: ownerId, since: dayOf(since?.at ?? index.asOf), ...inWords(index, ownerId, decisions) }];
    });
  },
};

/** Decisions of the last year by the person they are documented to, oldest first; from the day they took the risk over. */
function documented(index: RecordIndex): ReadonlyMap<string, readonly Decision[]> {
  const byOwner = new Map<string, Decision[]>();
  for (const decisions of index.decisionsByRisk.values()) {
    for (const decision of decisions) {
      const risk = index.view.risks.get(decision.riskId);
      const ownerId = personInPost(index, decision.documentedOwnerId ?? risk?.ownerId);
      if (ownerId === undefined || decision.implicit === true) continue;
      if (index.day - dayOf(decision.at) > index.policy.threshold('A7.days')) continue;
      const from = decision.documentedOwnerId === undefined ? risk?.ownerSince : undefined;
      if (from !== undefined && dayOf(decision.at) < dayOf(from)) continue;
      if (isRatifiedEmergency(index, ownerId, decision)) continue;
      kept(byOwner, ownerId, () => []).push(decision);
    }
  }
  for (const decisions of byOwner.values()) decisions.sort((a, b) => dayOf(a.at) - dayOf(b.at));
  return byOwner;
}

function isTheirs(index: RecordIndex, ownerId: string, decision: Decision): boolean {
  if (decision.implementedAt !== undefined && dayOf(decision.implementedAt) < dayOf(decision.at)) return false;
  const deciderId = personInPost(index, decision.byId) ?? decision.byId;
  if (deciderId === undefined) return false;
  return deciderId === ownerId || isDelegate(index, ownerId, deciderId, decision);
}

/** Somebody who decided under a grant from the owner: the one the decision names, else any that counted that day. */
function isDelegate(index: RecordIndex, ownerId: string, deciderId: string, decision: Decision): boolean {
  if (decision.underGrantId !== undefined) {
    return personInPost(index, index.view.grants.get(decision.underGrantId)?.grantorId) === ownerId;
  }
  return listOf(index.grantsByGrantee, deciderId).some(
    (grant) =>
      personInPost(index, grant.grantorId) === ownerId && grantState(grant, dayOf(decision.at)).state === 'live' && covers(index, grant, decision),
  );
}

/** A grant for something else is no delegation of this decision. */
function covers(index: RecordIndex, grant: AuthorityGrant, decision: Decision): boolean {
  const risk = index.view.risks.get(decision.riskId);
  return risk === undefined || grantReaches(index, grant, risk, decision.kind) !== 'outside';
}

/** Acted first by whoever was on call, and decided by the owner within three days. */
function isRatifiedEmergency(index: RecordIndex, ownerId: string, decision: Decision): boolean {
  if (decision.trigger !== 'incident') return false;
  const within = index.policy.threshold('emergency.days');
  return listOf(index.decisionsByRisk, decision.riskId).some((later) => {
    const days = dayOf(later.at) - dayOf(decision.at);
    return later !== decision && personInPost(index, later.byId) === ownerId && days >= 0 && days <= within;
  });
}

function inWords(index: RecordIndex, ownerId: string, decisions: readonly Decision[]) {
  const owner = name(index, ownerId);
  const scope = scopeOf(index, decisions);
  const n = String(decisions.length);
  const over = (sentence: string): string => overDays(sentence, 365, index.policy.threshold('A7.days'));
  const counts = new Map<string, number>();
  for (const decision of decisions) {
    const by = personInPost(index, decision.byId) ?? decision.byId;
    if (by !== undefined && by !== ownerId && !isTheirs(index, ownerId, decision)) counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
  if (usual === undefined) {
    const unnamed = decisions.filter((decision) => decision.byId === undefined).length;
    const others = decisions.filter((decision) => !isTheirs(index, ownerId, decision)).length;
    const words = { owner, scope, n };
    return {
      sentence:
        unnamed * 2 > others
          ? over(say(sentences.unnamed, { ...words, k: String(unnamed) }))
          : over(say(sentences.signed, { ...words, k: String(others - unnamed) })),
      nextStep: say(nextSteps.askOwner, { owner }),
    };
  }
  const other = name(index, usual[0]);
  return {
    sentence: over(say(sentences.main, { owner, scope, other, k: String(usual[1]), n })),
    nextStep: say(nextSteps.ask, { owner, other }),
  };
}

function scopeOf(index: RecordIndex, decisions: readonly Decision[]): string {
  const ids = new Set(decisions.flatMap((decision) => index.view.risks.get(decision.riskId)?.serviceIds ?? []));
  return ids.size === 0 ? say('the whole company') : listed([...ids].map((id) => serviceName(index.view, id)));
}
