import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, type When } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { AgeBandsChart } from '#web/charts/age-bands/Chart.tsx';
import { AuthorityBullet } from '#web/charts/authority-bullet/AuthorityBullet.tsx';
import { describeAuthorityBullet } from '#web/charts/authority-bullet/describe.ts';
import { ChangeDumbbellChart } from '#web/charts/change-dumbbell/Chart.tsx';
import { DefaultShareChart } from '#web/charts/default-share/DefaultShareChart.tsx';
import { EvidenceAgeChart } from '#web/charts/evidence-age/Chart.tsx';
import { EvidenceStripChart } from '#web/charts/evidence-strip/Chart.tsx';
import { ExpiryStripChart } from '#web/charts/expiry-strip/Chart.tsx';
import { KnowledgeLagChart } from '#web/charts/knowledge-lag/Chart.tsx';
import { KnowledgeTimeline } from '#web/charts/knowledge-timeline/KnowledgeTimeline.tsx';
import { describeKnowledgeTimeline } from '#web/charts/knowledge-timeline/describe.ts';
import { LossCurveChart } from '#web/charts/loss-curve/LossCurveChart.tsx';
import { layoutLossCurve } from '#web/charts/loss-curve/layout.ts';
import { LossDotsChart } from '#web/charts/loss-dots/Chart.tsx';
import { bestColumnCount } from '#web/charts/loss-dots/layout.ts';
import { LossIntervalsChart } from '#web/charts/loss-intervals/Chart.tsx';
import { PairDumbbellChart } from '#web/charts/pair-dumbbell/Chart.tsx';
import { PassedShareChart } from '#web/charts/passed-share/Chart.tsx';
import { ReadinessGridTable } from '#web/charts/readiness-grid/Chart.tsx';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import { ReplayTimelineChart } from '#web/charts/replay-timeline/Chart.tsx';
import { RiverChart } from '#web/charts/river/RiverChart.tsx';
import { describeRiver } from '#web/charts/river/describe.ts';
import { TeamByProcessTable } from '#web/charts/team-by-process/Chart.tsx';
import { describeTeamByProcess } from '#web/charts/team-by-process/describe.ts';
import { UnitRuns, type UnitMark } from '#web/charts/unit-squares/Chart.tsx';
import { ShareBar } from '#web/pages/exposure/ShareBar.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { smallRiver } from '#web/testing/small-river.ts';
import { drawnAsText } from '#web/testing/svg-text.ts';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';

afterEach(cleanup);

const AS_OF: When = '2026-11-21';
const words = { label: 'Its name', description: 'What it shows, in words.' };
const states = ['normal', 'empty', 'one', 'thousand'] as const;
type State = (typeof states)[number];

/** How many marks a state has, and a made-up figure for each. */
const count: Readonly<Record<State, number>> = { normal: 5, empty: 0, one: 1, thousand: 1000 };
const each = <T,>(state: State, make: (index: number) => T): T[] => Array.from({ length: count[state] }, (_, index) => make(index));
const before = (days: number): When => addDays(AS_OF, -days);
const pictures: Readonly<Record<State, () => Picture>> = {
  normal: () => smallPicture(),
  empty: () => smallPicture({ risks: [], previousRisks: [] }),
  one: () => smallPicture({ risks: [smallRisk('R-1')] }),
  thousand: () => companyPicture(1000, 3),
};
const candidate = smallRisk('any').candidates[0];
const risk = (state: State) => (state === 'normal' ? smallRisk('R-1') : smallRisk('R-1', {
  candidates: candidate === undefined ? [] : each(state, (index) => ({ ...candidate, personId: index === 0 ? 'lindqvist' : `person-${index}`, limit: 100_000 * (index + 1) })),
  ownerId: state === 'empty' ? null : 'lindqvist',
  evidence: state === 'empty' ? [] : smallRisk('any').evidence, firstKnownAt: state === 'empty' ? null : '2026-06-04', decisions: [],
  knowledge: each(state, (index) => ({ kind: 'person' as const, id: index === 0 ? 'lindqvist' : `person-${index}`, evidenceId: 'E-1', at: before(index % 150), how: 'detail' as const, counts: true })),
}));
const unitMarks: readonly UnitMark[] = ['filled', 'caret', 'crossed', 'gap', 'gap-dashed', 'hollow', 'faint'];
const curve = (state: State) => each(state, (index) => ({ amount: index * 40_000, chance: Math.max(0, 0.9 - (0.9 * index) / Math.max(1, count[state])) }));
const dots = (state: State) => {
  const drawn = { amounts: each(state, (index) => 1_000_000 * (index + 1) ** (state === 'thousand' ? 0.5 : 1.2)), currency: 'USD', tolerance: { amount: 3_000_000, chance: 0.4, labels: ['Tolerance $3M'] } };
  return { ...drawn, columnCount: bestColumnCount(drawn, { width: 640, height: 134 }) };
};
const river = (state: State) => {
  const { counts } = smallRiver();
  return state === 'normal' ? counts : { ...counts, weeks: each(state, (index) => ({ week: addDays('2007-01-01', 7 * index), found: index % 9, fixed: index % 7 })), firstWeek: '2007-01-01' };
};

/** Every chart in each of its states. A chart without a line here does not pass. */
const charts: Readonly<Record<string, (state: State) => ReactElement>> = {
  'charts/age-bands': (state) => <AgeBandsChart counts={each(state, (index) => (index * 37 + 12) % 90)} {...words} />,
  'charts/authority-bullet': (state) => <AuthorityBullet words={describeAuthorityBullet(smallPicture(), risk(state))} />,
  'charts/change-dumbbell': (state) => <ChangeDumbbellChart changes={each(state, (index) => ({ before: 500_000 * (index % 7), now: 900_000 * ((index + 3) % 5) }))} currency="USD" {...words} />,
  'charts/default-share': (state) => <DefaultShareChart quarters={each(state, (index) => ({ to: addDays('2025-03-31', 91 * index), lapsed: index % 4, closed: index % 5 }))} width={640} height={160} label={words.label} describedBy="words" />,
  'charts/evidence-age': (state) => <EvidenceAgeChart lanes={state === 'empty' ? [] : [{ limitDays: 90, marks: each(state, (index) => ({ days: (index * 31) % 200, older: (index * 31) % 200 > 90 })) }]} neverCount={state === 'normal' ? 2 : 0} {...words} />,
  'charts/evidence-strip': (state) => <EvidenceStripChart rows={each(state, (index) => ({ pieces: [{ at: before(200 - (index % 90)), seen: true }, { at: before(40 + (index % 30)), seen: index % 2 === 0 }], decidedAt: index % 3 === 0 ? before(20) : null }))} asOf={AS_OF} {...words} />,
  'charts/expiry-strip': (state) => <ExpiryStripChart marks={each(state, (index) => ({ expiresAt: index % 5 === 4 ? null : addDays(AS_OF, (index * 47) % 400 - 60) }))} asOf={AS_OF} {...words} />,
  'charts/knowledge-lag': (state) => <KnowledgeLagChart lags={each(state, (index) => ({ firstKnownAt: before(300 - (index % 200)), ownerKnewAt: index % 3 === 1 ? null : before(90 - (index % 60)), decidedAt: index % 3 === 0 ? before(10) : null }))} asOf={AS_OF} {...words} />,
  'charts/knowledge-timeline': (state) => <KnowledgeTimeline words={describeKnowledgeTimeline(smallPicture(), risk(state))} />,
  'charts/loss-curve': (state) => <LossCurveChart layout={layoutLossCurve({ curve: curve(state) }, state === 'normal' ? [{ above: 80_000, atMost: 0.2, chance: 0.54, within: false }] : [], 640)} width={640} height={300} currency="USD" label={words.label} describedBy="words" />,
  'charts/loss-dots': (state) => <LossDotsChart input={dots(state)} height={134} {...words} />,
  'charts/loss-intervals': (state) => <LossIntervalsChart intervals={each(state, (index) => ({ low: 200_000 + 1000 * index, high: 4_000_000 + 3000 * index }))} currency="USD" tolerance={3_000_000} {...words} />,
  'charts/pair-dumbbell': (state) => <PairDumbbellChart pairs={each(state, (index) => ({ open: index % 4 === 3 ? null : (index * 13) % 40, filled: (index * 7) % 30 }))} {...words} />,
  'charts/passed-share': (state) => <PassedShareChart kept={count[state] * 2} past={count[state]} width={220} label={words.label} />,
  'charts/readiness-grid': (state) => <ReadinessGridTable {...describeReadinessGrid(pictures[state]())} />,
  'charts/replay-timeline': (state) => <ReplayTimelineChart input={{ from: '2026-01-01', to: AS_OF, day: '2026-09-01', known: each(state, (index) => before(index % 300)), breaches: state === 'empty' ? [] : [{ day: '2026-08-01', words: 'The breach' }], rows: each(state, (index) => ({ key: `row ${index}`, mark: (['bar', 'silent', 'quiet', 'head'] as const)[index % 4] ?? 'bar', spans: index % 4 === 3 ? [] : [{ from: before(250 - (index % 100)), to: before(30 + (index % 20)) }] })) }} {...words} />,
  'charts/river': (state) => <RiverChart words={describeRiver(river(state), AS_OF, 'The whole company')} width={640} />,
  'charts/team-by-process': (state) => <TeamByProcessTable {...describeTeamByProcess(pictures[state](), { rows: 6, columns: 7 })} />,
  'charts/unit-squares': (state) => <UnitRuns runs={unitMarks.slice(0, state === 'normal' ? 7 : 1).map((mark, index) => ({ key: mark, mark, count: state === 'normal' ? index + 1 : count[state], words: `Run ${index + 1}`, counted: String(index), description: words.description }))} />,
  'pages/exposure/share-bar': (state) => <>{each(state, (index) => <ShareBar key={index} share={1 / (index + 1)} />)}</>,
  'ui/owner-glyph': (state) => <>{(state === 'normal' ? readinessStates : each(state, (index) => readinessStates[index % 6] ?? 'cannot-tell')).map((readiness, index) => <OwnerGlyph key={index} readiness={readiness} />)}</>,
};

const web = join(import.meta.dirname, '..');
/** Renew after a wanted change, then read what changed: `npx vitest run --project dom src/web/charts/drawings.test.tsx -u`. */
const fileOf = (chart: string, state: State): string => chart.startsWith('charts/') ? join(web, chart, 'snapshots', `${state}.svg.txt`) : join(web, `${chart}-snapshots`, `${state}.svg.txt`);

describe.each(Object.entries(charts))('%s', (chart, draw) => {
  it.each(states)('%s is drawn as the text that is kept beside it', async (state) => {
    const { container } = renderAt(draw(state), '/', pictures[state]());
    const text = drawnAsText(container.innerHTML);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    await expect(text).toMatchFileSnapshot(fileOf(chart, state));
  });
});

it('every chart there is has its four drawings kept', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `charts/${name}`);
  expect(Object.keys(charts).filter((name) => name.startsWith('charts/')).sort()).toEqual(folders.sort());
  for (const chart of Object.keys(charts)) for (const state of states) expect(existsSync(fileOf(chart, state)), `${chart} ${state}`).toBe(true);
});
