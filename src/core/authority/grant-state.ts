import { dayOf, type When } from '#core/time.ts';
import type { AuthorityGrant } from '#core/record/entities.ts';

/** Why a grant does not count on a day. */
export type NotLive =
  | { state: 'ended'; on: When }
  | { state: 'withdrawn'; on: When }
  | { state: 'not-accepted' }
  | { state: 'not-started'; on: When };

export type GrantState = { state: 'live' } | NotLive;

const live: GrantState = { state: 'live' };

/**
 * What a grant is worth on a day. It counts on its first and on its last day, stops on the day it is withdrawn, and
 * counts only from its acceptance where one is asked for.
 */
export function grantState(grant: AuthorityGrant, day: number): GrantState {
  const { to, revokedAt, acceptedAt, from } = grant;
  const ended = to !== undefined && dayOf(to) < day;
  if (revokedAt !== undefined && dayOf(revokedAt) <= day && !(ended && dayOf(to) < dayOf(revokedAt))) {
    return { state: 'withdrawn', on: revokedAt };
  }
  if (ended) return { state: 'ended', on: to };
  if (acceptedAt === null || (acceptedAt !== undefined && dayOf(acceptedAt) > day)) return { state: 'not-accepted' };
  if (from !== undefined && dayOf(from) > day) return { state: 'not-started', on: from };
  return live;
}

export function isLive(grant: AuthorityGrant, day: number): boolean {
  return grantState(grant, day).state === 'live';
}

/** Highest high end of one loss the grant lets somebody decide; infinite where no limit is stated. */
export function limitOf(grant: AuthorityGrant): number {
  return grant.maxExposure ?? Number.POSITIVE_INFINITY;
}
