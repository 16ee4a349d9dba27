import { say } from '#language/say.ts';
import type { Policy } from '#core/record/policy.ts';
import { changedPolicy, type PolicyChanges } from '#core/policy/policy-changes.ts';
import { policyDifference } from '#core/policy/policy-difference.ts';
import { policyFaults } from '#core/policy/policy-faults.ts';
import { inForce, nextVersionName, policyVersions } from '#core/policy/policy-versions.ts';
import { policyWords } from '#core/policy/version-words.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { actEntry, notAcceptable, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';

/** Records the next version of the policy. The versions before it stay, and so does every flag judged by them. */
export const policySave: Route<'policySave'> = (call) =>
  recordAct('policySave', call, ({ entries, day, now }) => {
    const { base, reason, version: named, ...changes } = call.body;
    const versions = policyVersions(entries, day);
    const { policy, revision, version, recordedAt } = inForce(versions);
    if (base !== revision) {
      throw new RequestRefused('out-of-date', { detail: say('The policy in force is {policy}, revision {revision}; the change was made on top of revision {base}.', { policy: policyWords(version, recordedAt), revision: `${revision}`, base: `${base}` }) });
    }
    refuseFaults(policy, changes);
    const proposed = changedPolicy(policy, changes);
    const difference = policyDifference(policy, proposed);
    if (difference.length === 0) throw new RequestRefused('already-so', { detail: say('Every value is in force already.') });
    const name = named ?? nextVersionName(versions);
    if (versions.some((one) => one.version === name)) throw notAcceptable('version', say('A version is called {name} already.', { name }));
    const said = difference.map(({ label, from, to }) => say('{label}: {to}, was {from}.', { label, to, from }));
    return {
      entries: [actEntry('policy', { ...proposed, version: name, reason }, now, call.caller)],
      sentence: say('{policy} is in force, with {count, plural, one {# change} other {# changes}}. {changes}', { policy: capital(policyWords(name, day)), count: difference.length, changes: said.join(' ') }),
    };
  });

/** Refuses values that make no sense, each by its place. */
export function refuseFaults(policy: Policy, changes: PolicyChanges): void {
  const faults = policyFaults(policy, changes);
  const [first] = faults;
  if (first !== undefined) throw new RequestRefused('not-acceptable', { detail: first.message, errors: [...faults] });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
