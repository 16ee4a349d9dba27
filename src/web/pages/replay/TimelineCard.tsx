import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { addDays, dayInWords, daysBetween, type When } from '#core/time.ts';
import type { CaseView, FlagRow, ReplayView } from '#core/replay/case-view.ts';
import { say } from '#language/say.ts';
import { endpointQuery } from '#web/api/request.ts';
import { ChartRows, type ChartRow } from '#web/charts/ChartRows.tsx';
import { BeforeMark } from '#web/charts/legend-marks.tsx';
import { ReplayTimelineChart } from '#web/charts/replay-timeline/Chart.tsx';
import { describeReplayTimeline } from '#web/charts/replay-timeline/describe.ts';
import type { TimelineRow } from '#web/charts/replay-timeline/layout.ts';
import { Card } from '#web/ui/Card.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';
import { usePrinting } from '#web/ui/use-printing.ts';

const LATE_DAYS = 90;

/** All flags of a replay on its days, and the case beside it on the same days. */
export function TimelineCard({ view, replay, day }: { view: CaseView; replay: ReplayView; day: When }) {
  const { search } = useLocation();
  const printing = usePrinting();
  const beside = useQueries({ queries: view.besideIds.map((id) => endpointQuery('caseReplay', { id }, {})) }).flatMap(({ data }) => (data === undefined ? [] : [data.case]));
  const isLong = daysBetween(replay.from, replay.to) > 2 * LATE_DAYS;
  const late = isLong && new URLSearchParams(search).get('span') === 'late';
  const from = late ? earlier(addDays(replay.to, -LATE_DAYS), day) : replay.from;
  const words = describeReplayTimeline(view, replay, { from: from < replay.from ? replay.from : from, to: replay.to }, day);
  const others = beside.map((other) => besideRow(other));
  const rows: ChartRow[] = [
    { key: 'known', label: <span className="muted">{say('Became known')}</span>, value: null },
    ...words.groups.flatMap((group) => [
      { key: group.key, label: <strong className="replay-head-row">{group.name}</strong>, value: null },
      ...group.rows.map((row) => ({ key: row.key, label: <DayLink day={row.firstUp} label={say('{title}, {subject}: go to {day}', { title: row.title, subject: row.subjectName, day: dayInWords(row.firstUp) })}>{row.title}</DayLink>, value: <Lead view={view} row={row} /> })),
    ]),
    ...beside.map((other) => ({ key: other.id, label: <BesideLink other={other} day={day} />, value: other.replay?.flags.length === 0 ? say('none raised') : say('{count, plural, one {# flag} other {# flags}}', { count: other.replay?.flags.length ?? 0 }) })),
  ];
  return (
    <Card
      headline={words.headline}
      subtitle={<>
        <span className="screen-only"><Said message="{mark} something became known." values={{ mark: <BeforeMark /> }} />{' '}{replay.flags.length === 0 ? null : <>{say('A bar starts on the day the flag would have been up; it is thin after the chosen day.')}{' '}</>}{words.subtitle}{' '}</span>
        {!isLong ? null : (
          <span className="replay-span screen-only">
            <SpanLink late={false} current={!late}>{say('All {looks, plural, one {# day} other {# days}}', { looks: replay.looks })}</SpanLink>
            <SpanLink late current={late}>{say('The last {count, plural, one {# day} other {# days}}', { count: LATE_DAYS })}</SpanLink>
          </span>
        )}
      </>}
      data={words.data}
    >
      <ChartRows
        rowHeight={printing ? 17 : 24} labelShare={0.36} printWidth={636} valueWidth={92} valueName={view.breaches.length === 0 ? say('First up') : say('Before it')}
        rows={rows}
        plot={<ReplayTimelineChart input={{ ...words.input, rows: [...words.input.rows, ...others] }} label={words.headline} description={words.alt} />}
      />
    </Card>
  );
}

/** How long before the breach a flag came up. */
function Lead({ view, row }: { view: CaseView; row: FlagRow }) {
  if (view.breaches.length === 0) return <>{dayInWords(row.firstUp)}</>;
  if (row.daysBefore === null) return <span className="muted">{say('not before')}</span>;
  return <>{say('{daysBefore, plural, one {# day} other {# days}}', { daysBefore: row.daysBefore })}<span className="visually-hidden">{' '}{say('before the breach')}</span></>;
}

function BesideLink({ other, day }: { other: CaseView; day: When }) {
  const view = other.replay !== null && other.replay.from <= day && day <= other.replay.to ? { day } : {};
  return <PlaceLink to={{ page: 'replay', case: other.id }} view={view}>{say('Beside it: {title}', { title: other.title })}</PlaceLink>;
}

function besideRow({ id, replay }: CaseView): TimelineRow {
  return { key: id, mark: 'quiet', spans: replay === null ? [] : [{ from: replay.from, to: replay.to }] };
}

function earlier(a: When, b: When): When {
  return a < b ? a : b;
}

/** The same view on another day. */
function DayLink({ day, label, children }: { day: When; label: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  query.set('day', day);
  return <Link to={`${pathname}?${query.toString()}`} preventScrollReset aria-label={label}>{children}</Link>;
}

function SpanLink({ late, current, children }: { late: boolean; current: boolean; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  if (late) query.set('span', 'late');
  else query.delete('span');
  return <Link to={`${pathname}?${query.toString()}`} preventScrollReset aria-current={current ? 'true' : undefined}>{children}</Link>;
}
