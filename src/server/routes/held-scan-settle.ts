import { say } from '#language/say.ts';
import { END_OF_TIME, isAfter } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import { serviceName } from '#core/record/names.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { heldScans, settleScan, type HeldScanOnRecord } from '#server/held-scans.ts';
import { actEntry, notAcceptable, recordAct } from '#server/routes/act.ts';
import type { Route } from '#server/routes/route.ts';
import { MOST_ARRIVALS } from '#server/sources-of-record.ts';
import type { Store } from '#store/store.ts';

/** Findings asked for in one query. */
const AT_A_TIME = 500;

/**
 * What a person says of a held scan. Released: findings that it no longer found, and that nothing has been recorded about
 * since, are fixed on the day of the scan. Discarded: everything stays open. Either way it is said once, with a reason.
 */
export const heldScanSettle: Route<'heldScanSettle'> = async (call) => {
  const { context, params, body, caller } = call;
  const { store } = context;
  const held = (await heldScans(store, await store.imports(MOST_ARRIVALS))).find(({ id }) => id === params.id);
  if (held === undefined) throw new RequestRefused('not-found', () => ({ detail: say('No held scan {id} is on the record.', { id: params.id }) }));
  const { settled } = held;
  if (settled !== undefined) throw new RequestRefused('already-so', () => ({ detail: say('It was {verdict, select, release {released} other {discarded}} on {day}.', { verdict: settled.verdict, day: settled.at.slice(0, 10) }) }));
  const gone = body.verdict === 'release' ? await stillOpen(store, held) : [];
  const receipt = await recordAct('heldScanSettle', call, ({ index, now }) => ({
    entries: gone.map((finding) => actEntry('findings', { ...finding, fixedAt: held.scannedAt }, now, caller)),
    sentence: settledWords(held, serviceName(index.view, held.serviceId), body.verdict, gone.length),
  }));
  await settleScan(store, held.id, { ...body, at: await context.moment(), by: caller.recordedBy });
  return receipt;
};

function settledWords({ tool, scannedAt, gone }: HeldScanOnRecord, service: string, verdict: 'release' | 'discard', fixed: number): string {
  const scan = { service, tool, day: scannedAt.slice(0, 10) };
  return verdict === 'release'
    ? say('The scan of {service} by {tool} of {day} is released: {count, plural, one {# finding it no longer finds counts} other {# findings it no longer finds count}} as fixed.', { ...scan, count: fixed })
    : say('The scan of {service} by {tool} of {day} is discarded: {count, plural, one {# finding it no longer finds stays} other {# findings it no longer finds stay}} open.', { ...scan, count: gone });
}

async function stillOpen(store: Store, { findingIds, gone, scannedAt }: HeldScanOnRecord): Promise<readonly Finding[]> {
  if (findingIds.length < gone) throw notAcceptable('verdict', () => say('Only {named} of {gone} findings are named; import the file again once the scan was looked at.', { named: `${findingIds.length}`, gone: `${gone}` }));
  const open: Finding[] = [];
  for (let from = 0; from < findingIds.length; from += AT_A_TIME) {
    const ids = findingIds.slice(from, from + AT_A_TIME);
    const page = await store.findings({ asOf: END_OF_TIME, ids, openOnly: true, limit: AT_A_TIME });
    open.push(...page.findings.filter(({ at }) => !isAfter(at, scannedAt)));
  }
  return open;
}
