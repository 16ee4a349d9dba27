import { PAGE_SIZE } from '#contract/fields.ts';
import type { QueryOf } from '#contract/endpoints.ts';
import type { Picture } from '#core/picture/picture.ts';
import { CursorRefused } from '#store/store.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr } from '#server/context.ts';
import { findingRow } from '#server/presenters/finding-row.ts';
import { placeServices, teamsWithin } from '#server/routes/place-services.ts';
import type { Route } from '#server/routes/route.ts';

type Query = QueryOf<'findingList'>;

/**
 * Findings of a place. The place is turned into services by the same filter that counts the cells of the
 * picture, so that the total of the list is the number on the tile.
 */
export const findingList: Route<'findingList'> = async ({ query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const { picture } = await context.pictures.pictureOf(asOf);
  try {
    const { findings, total, nextCursor } = await context.store.findings({
      asOf,
      serviceIds: placeServices(picture, {
        teamId: query.team, withSubteams: query.withSubteams, noTeam: query.noTeam, processId: query.process,
        noProcess: query.noProcess, serviceId: query.service,
      }),
      stageId: query.noStage === true ? null : query.stage,
      severity: query.severity,
      ids: query.risk === undefined ? undefined : findingIdsOf(picture, query.risk),
      openOnly: query.openOnly,
      introducedStageId: query.noIntroducedStage === true ? null : query.introducedStage,
      escaped: query.escaped,
      introducedTeamIds: query.noIntroducedTeam === true ? null : introducedTeams(picture, query),
      fixedTeamId: query.fixedTeam,
      fixNamesTeam: query.fixNamesTeam,
      foundWeek: query.foundWeek,
      fixedWeek: query.fixedWeek,
      limit: query.limit ?? PAGE_SIZE,
      cursor: query.cursor,
    });
    return { asOf, findings: findings.map(findingRow), total, nextCursor };
  } catch (error) {
    if (error instanceof CursorRefused) throw new RequestRefused('bad-cursor');
    throw error;
  }
};

function findingIdsOf(picture: Picture, riskId: string): readonly string[] {
  return picture.risks.find((risk) => risk.id === riskId)?.findingIds ?? [];
}

function introducedTeams(picture: Picture, { introducedTeam, introducedSubteams }: Query): readonly string[] | undefined {
  if (introducedTeam === undefined) return undefined;
  return introducedSubteams === true ? teamsWithin(picture, introducedTeam) : [introducedTeam];
}
