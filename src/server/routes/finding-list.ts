import { PAGE_SIZE } from '#contract/fields.ts';
import type { QueryOf } from '#contract/endpoints.ts';
import type { FindingFilter } from '#core/picture/filter.ts';
import { findingsMatching } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { CursorRefused } from '#store/store.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { asOfOr } from '#server/context.ts';
import { findingRow } from '#server/presenters/finding-row.ts';
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
      serviceIds: servicesOf(picture, query),
      stageId: query.noStage === true ? null : query.stage,
      severity: query.severity,
      ids: query.risk === undefined ? undefined : findingIdsOf(picture, query.risk),
      openOnly: query.openOnly,
      limit: query.limit ?? PAGE_SIZE,
      cursor: query.cursor,
    });
    return { asOf, findings: findings.map(findingRow), total, nextCursor };
  } catch (error) {
    if (error instanceof CursorRefused) throw new RequestRefused('bad-cursor');
    throw error;
  }
};

/** Ids of the services a place holds; `undefined` where the place is everywhere. */
function servicesOf(picture: Picture, query: Query): readonly string[] | undefined {
  const place: FindingFilter = {
    teamId: query.team, withSubteams: query.withSubteams, noTeam: query.noTeam, processId: query.process,
    noProcess: query.noProcess, serviceId: query.service,
  };
  const narrowed = Object.entries(place).some(([name, value]) => name !== 'withSubteams' && value !== undefined && value !== false);
  if (!narrowed) return undefined;
  // One made-up cell for every service: the filter then answers which services are in the place. Services
  // that only findings name are among the cells, and have no team and no process.
  const known = picture.services.map(({ id }) => id);
  const named = picture.findingCells.map((cell) => cell.serviceId);
  const asked = query.service === undefined ? [] : [query.service];
  const cells = [...new Set([...known, ...named, ...asked])].map((serviceId) => ({
    serviceId, stageId: null, severity: 'unknown' as const, count: 1,
  }));
  return findingsMatching(picture, place, cells).map((cell) => cell.serviceId);
}

function findingIdsOf(picture: Picture, riskId: string): readonly string[] {
  return picture.risks.find((risk) => risk.id === riskId)?.findingIds ?? [];
}
