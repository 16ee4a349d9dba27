import { dayOf, instantOf, type When } from '#core/time.ts';
import { recordedWhen, type Entry, type EntryOf } from '#core/record/entry.ts';
import { POLICY_ID, type Policy } from '#core/record/policy.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';

/** One recorded version of the policy. */
export interface PolicyVersion {
  /** 1 for the oldest; 0 stands for the product defaults before any. */
  revision: number;
  /** What a flag judged by it names. */
  version: string;
  /** `null` for the product defaults, and for a file that does not say. */
  recordedAt: When | null;
  recordedBy: string | null;
  reason: string | null;
  policy: Policy;
}

/** The versions of the policy recorded by the end of a day, oldest first; the product defaults stand before them. */
export function policyVersions(entries: readonly Entry[], asOf: When): readonly [PolicyVersion, ...PolicyVersion[]] {
  const day = dayOf(asOf);
  const held = entries.filter((entry): entry is EntryOf<'policy'> => entry.kind === 'policy' && dayOf(recordedWhen(entry)) <= day);
  const inTime = held.toSorted((a, b) => instantOf(recordedWhen(a)) - instantOf(recordedWhen(b)));
  const versions = inTime.map((entry, place) => versionOf(entry, place + 1));
  return [productDefaults, ...versions];
}

/** The version in force on the day the versions were asked for. */
export function inForce(versions: readonly [PolicyVersion, ...PolicyVersion[]]): PolicyVersion {
  return versions.at(-1) ?? versions[0];
}

/** `policy-3` for the third version, or the next number that no version is called by. */
export function nextVersionName(versions: readonly PolicyVersion[]): string {
  const taken = new Set(versions.map(({ version }) => version));
  let number = versions.length;
  while (taken.has(`policy-${number}`)) number += 1;
  return `policy-${number}`;
}

const productDefaults: PolicyVersion = versionOf({ kind: 'policy', entity: { id: POLICY_ID }, stamp: {} }, 0);

function versionOf({ entity, stamp }: EntryOf<'policy'>, revision: number): PolicyVersion {
  return {
    revision,
    version: policySettings(entity).version,
    recordedAt: stamp.recordedAt ?? null,
    recordedBy: stamp.recordedBy ?? null,
    reason: entity.reason ?? null,
    policy: entity,
  };
}
