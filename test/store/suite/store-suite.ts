import { vi } from 'vitest';
import { describeBatches } from '#test/store/suite/batches.ts';
import { describePages } from '#test/store/suite/pages.ts';
import { describeReach } from '#test/store/suite/reach.ts';
import { describeRollUps } from '#test/store/suite/roll-ups.ts';
import { describeRiver } from '#test/store/suite/river.ts';
import { describeOrigins } from '#test/store/suite/origins.ts';
import { describeRoundTrip } from '#test/store/suite/round-trip.ts';
import { describeTallies } from '#test/store/suite/tallies.ts';
import { describeVersions } from '#test/store/suite/versions.ts';
import type { Engine } from '#test/store/suite/store-under-test.ts';

/** The one suite every engine must pass. */
export function describeStore(engine: Engine, runs = 25): void {
  // Property tests run many records; how long that takes is the machine's affair.
  vi.setConfig({ testTimeout: 300_000 });
  describeVersions(engine);
  describeBatches(engine);
  describeRollUps(engine, runs);
  describeTallies(engine, runs);
  describeRiver(engine, runs);
  describeOrigins(engine, runs);
  describeReach(engine, runs);
  describePages(engine);
  describeRoundTrip(engine, runs);
}
