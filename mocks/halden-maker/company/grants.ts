import { ROOT, type AuthorityGrant } from '#core/record/entities.ts';
import { cell, optionalCell, rowsOf, words } from '#mocks/halden-maker/table.ts';

/** A grant and the day its row first stood in an export. */
export interface GrantSpec extends AuthorityGrant {
  exportedAt: string;
}

/**
 * Limits are of one loss, in thousands of dollars. `accepted` is a date, `no` for an offer that was
 * never taken up, or empty where acceptance is not recorded apart from the grant.
 */
const GRANTS = `
# id   | to                  | by                  | from       | until      | accepted   | withdrawn  | pass on | limit | teams | kinds | intent
@2025-11-24
G-001  | ingrid.solheim      | ROOT                | 2025-01-01 |            | 2025-01-01 |            | yes     |       | *                    |  | What the governing body keeps to itself: stopping the business, and the licence.
G-002  | marta.halvorsen     | ROOT                | 2025-01-01 | 2027-03-31 | 2025-01-08 |            | yes     | 40000 | *                    | accept mitigate transfer avoid defer pass-up | Run the group inside the tolerance of the board.
G-003  | dana.okafor         | marta.halvorsen     | 2025-02-01 | 2027-01-31 | 2025-02-03 |            | yes     | 25000 | payments identity data-platform mobile-web platform-engineering | accept mitigate avoid defer pass-up | Keep shipping; never trade a customer's money for a date.
G-004  | lee.brandt          | marta.halvorsen     | 2025-02-01 | 2027-01-31 | 2025-02-05 |            | yes     | 30000 | corporate            | accept mitigate transfer avoid defer pass-up | Spend on vendors only where somebody inside answers for them.
G-005  | lucie.moreau        | marta.halvorsen     | 2025-02-01 | 2027-01-31 | 2025-02-03 |            | yes     | 2500  | security             | accept mitigate avoid defer pass-up | Decide for security's own services; advise on the rest.
G-010  | ana.ruiz            | dana.okafor         | 2025-03-01 | 2027-02-28 | 2025-03-04 |            | yes     | 4000  | payments             | accept mitigate avoid defer pass-up | Refund first, investigate second.
G-011  | tunde.abara         | dana.okafor         | 2025-03-01 | 2027-02-28 | 2025-03-03 |            | yes     | 4000  | identity             | accept mitigate avoid defer pass-up | Nobody signs in as somebody else.
G-012  | mei-ling.tan        | dana.okafor         | 2025-03-01 | 2027-02-28 | 2025-03-10 |            | yes     | 3000  | data-platform        | accept mitigate avoid defer pass-up | Data leaves only with a name on it.
G-013  | priya.raman         | dana.okafor         | 2025-03-01 | 2027-02-28 | 2025-03-06 |            | yes     | 3000  | mobile-web           | accept mitigate avoid defer pass-up | The shop stays open.
G-014  | javier.castellanos  | dana.okafor         | 2025-03-01 | 2027-02-28 | 2025-03-04 |            | yes     | 6000  | platform-engineering | accept mitigate avoid defer pass-up | What we ship is what we built.
G-020  | tomasz.zielinski    | ana.ruiz            | 2025-04-01 | 2027-03-31 | 2025-04-02 |            | no      | 1000  | checkout             | accept mitigate avoid defer pass-up |
G-021  | farah.siddiqui      | ana.ruiz            | 2025-04-01 | 2027-03-31 | 2025-04-07 |            | no      | 750   | refunds              | accept mitigate avoid defer pass-up |
G-022  | stefan.krueger      | ana.ruiz            | 2025-04-01 | 2027-03-31 | 2025-04-02 |            | no      | 1000  | settlement           | accept mitigate avoid defer pass-up |
G-023  | siobhan.doyle       | ana.ruiz            | 2025-11-01 | 2026-10-31 | 2025-11-03 |            | no      | 750   | merchant-onboarding  | accept mitigate avoid defer pass-up | For a year, then look again.
G-024  | oleksandr.kovalenko | tunde.abara         | 2025-04-01 | 2027-03-31 | 2025-04-11 |            | no      | 750   | access-admin         | accept mitigate avoid defer pass-up |
G-025  | diego.fuentes       | mei-ling.tan        | 2025-04-01 | 2027-03-31 | 2025-04-01 |            | no      | 500   | warehouse            | accept mitigate avoid defer pass-up |
G-026  | luca.ferrari        | priya.raman         | 2025-04-01 | 2027-03-31 | 2025-04-03 |            | no      | 750   | mobile-apps          | accept mitigate avoid defer pass-up |
G-027  | aisha.bello         | priya.raman         | 2025-04-01 | 2027-03-31 | 2025-04-03 | 2026-09-15 | no      | 750   | web-storefront       | accept mitigate avoid defer pass-up | Withdrawn when the tag manager was moved under the VP.
G-028  | noor.rahman         | javier.castellanos  | 2025-04-01 | 2027-03-31 | 2025-04-08 |            | no      | 1000  | build-release        | accept mitigate avoid defer pass-up |
G-029  | petr.novak          | javier.castellanos  | 2025-12-11 | 2026-12-10 | 2025-12-12 |            | no      | 1000  | cloud-runtime        | accept mitigate avoid defer pass-up | A year at a time while the platform is rebuilt.
G-030  | yusuf.demir         | lucie.moreau        | 2025-04-01 | 2027-03-31 | 2025-04-02 |            | no      | 250   | security-testing     | accept mitigate avoid defer pass-up |
G-031  | hannah.weiss        | lucie.moreau        | 2025-04-01 | 2027-03-31 | 2025-04-02 |            | no      | 500   | security-engineering | accept mitigate avoid defer pass-up |
G-032  | elif.aydin          | lee.brandt          | 2025-04-01 | 2027-03-31 | 2025-04-09 |            | no      | 500   | finance-systems      | accept mitigate transfer avoid defer pass-up |
G-033  | robert.achterberg   | lee.brandt          | 2025-04-01 | 2027-03-31 | 2025-04-09 |            | no      | 2000  | vendor-management    | accept mitigate transfer avoid defer pass-up | One named person inside for every vendor.
@2026-02-27
G-034  | anneke.devries      | mei-ling.tan        | 2026-02-16 | 2027-02-15 | no         |            | no      | 500   | streaming            | accept mitigate avoid defer pass-up | Offered with the annual round.
G-035  | grace.kim           | priya.raman         | 2026-02-16 | 2027-02-15 | 2026-02-18 |            | no      | 2000  | developer-tools      | accept mitigate avoid defer pass-up | Given while the web team lent its budget.
@2026-08-31
G-036  | maja.lindqvist      | tunde.abara         | 2026-08-17 | 2027-08-16 | 2026-08-19 |            | no      | 1000  | sign-in              | accept mitigate avoid defer pass-up | Came with the move of sign-in out of security.
`;

export const grants: readonly GrantSpec[] = read();

/** Days on which a grants file is exported; a file holds every grant known by then. */
export const grantExports: readonly string[] = ['2025-11-24', '2026-02-27', '2026-08-31', '2026-09-30'];

function read(): GrantSpec[] {
  let exportedAt = '';
  const list: GrantSpec[] = [];
  for (const row of rowsOf(GRANTS)) {
    const first = cell(row, 0);
    if (first.startsWith('@')) exportedAt = first.slice(1);
    else list.push(grantOf(row, exportedAt));
  }
  return list;
}

function grantOf(row: readonly string[], exportedAt: string): GrantSpec {
  const limit = optionalCell(row, 8);
  const accepted = optionalCell(row, 5);
  const kinds = words(optionalCell(row, 10) ?? '');
  return {
    id: cell(row, 0),
    granteeId: cell(row, 1),
    grantorId: cell(row, 2) === ROOT ? ROOT : cell(row, 2),
    from: cell(row, 3),
    to: optionalCell(row, 4),
    acceptedAt: accepted === 'no' ? null : accepted,
    revokedAt: optionalCell(row, 6),
    delegable: cell(row, 7) === 'yes',
    maxExposure: limit === undefined ? undefined : Number(limit) * 1000,
    scope: { teams: words(cell(row, 9)), ...(kinds.length === 0 ? {} : { kinds }) },
    intent: optionalCell(row, 11),
    exportedAt,
  };
}

/** Highest single loss a person may decide for a team or one of its parents, in dollars; 0 without a usable grant. */
export function limitOf(personId: string, teamIds: readonly string[]): number {
  const usable = grants.filter(
    (grant) =>
      grant.granteeId === personId &&
      grant.acceptedAt !== null &&
      grant.revokedAt === undefined &&
      !UNUSABLE.includes(grant.id) &&
      (grant.scope?.teams ?? []).some((team) => team === '*' || teamIds.includes(team)),
  );
  return Math.max(0, ...usable.map((grant) => grant.maxExposure ?? Number.POSITIVE_INFINITY));
}

/** Ended before the last day, or given by somebody who did not hold it: kept out when a decider is chosen. */
const UNUSABLE = ['G-023', 'G-035'];
