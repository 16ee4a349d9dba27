import type { RouteObject } from 'react-router';
import { NotInPack } from '#web/pack/NotInPack.tsx';
import { routes } from '#web/routes.tsx';

/** Pages that show what only the live record holds: findings one by one, the policy's editor, replays of other companies. */
const LIVE_ONLY = /(^|\/)(findings|mapping|policy|replay|imports|sources)(\/|$)/;

/** The route map of the app, with one page in the place of everything a pack does not hold. */
export function packRoutes(): RouteObject[] {
  return routes.map(withoutLive);
}

function withoutLive(route: RouteObject): RouteObject {
  if (route.path !== undefined && LIVE_ONLY.test(route.path)) return { path: route.path, element: <NotInPack /> };
  return route.index === true || route.children === undefined ? route : { ...route, children: route.children.map(withoutLive) };
}
