import { lazy, Suspense } from 'react';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { When } from '#core/time.ts';
import { paceMethod, paceSentence, riverTrend, riverWeeks } from '#core/release/river-weeks.ts';
import type { RiverCounts } from '#core/release/river-counts.ts';
import { describeRiver } from '#web/charts/river/describe.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import { PAPER } from '#web/features/river/paper.ts';
import { PeriodForm } from '#web/features/river/PeriodForm.tsx';
import { usePeriod } from '#web/features/river/use-period.ts';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import '#web/features/river/river.css';

const RiverChart = lazy(async () => ({ default: (await import('#web/charts/river/RiverChart.tsx')).RiverChart }));

interface RiverCardProps {
  counts: RiverCounts;
  asOf: When;
  place: RiverPlace;
  where: string;
}

/** Whether the river of findings rises: found, fixed and open by week, over the weeks the reader chose. */
export function RiverCard({ counts, asOf, place, where }: RiverCardProps) {
  const { ref, width } = useWidth<HTMLDivElement>(900, PAPER);
  const { asked } = usePeriod();
  const words = describeRiver(counts, asOf, where, asked);
  // What the open ones do at this pace is of today, whichever weeks are looked at.
  const pace = { ...riverTrend(riverWeeks(counts), asOf), open: counts.open };
  const none = counts.open === 0 && words.all.every(({ found, fixed }) => found + fixed === 0);
  const data = {
    ...words.data,
    rows: words.rows.map(({ week, found, fixed }, index) => {
      const [day, , , open] = words.data.rows[index] ?? [];
      return [
        ...(day === undefined ? [] : [day]),
        { value: found, shown: <CountLink count={found} filter={{ ...place, foundWeek: week, openOnly: false }} of={say('found in the week of {week}', { week })} /> },
        { value: fixed, shown: <CountLink count={fixed} filter={{ ...place, fixedWeek: week, openOnly: false }} of={say('fixed in the week of {week}', { week })} /> },
        ...(open === undefined ? [] : [open]),
      ];
    }),
  };
  return (
    <Card className="span-12" headline={none ? say('No finding was open, found or fixed in half a year') : words.headline} subtitle={words.subtitle} data={none ? undefined : data}>
      {none ? <Empty>{say('Where nothing is scanned there is nothing to find.')}</Empty> : (
        <>
          <PeriodForm words={words} />
          <div ref={ref}>
            <Suspense fallback={<div style={{ height: 260 }} aria-busy="true" />}><RiverChart words={words} width={width} /></Suspense>
          </div>
          <p className="river-balance">{words.balance}</p>
          <div className="river-facts">
            <p><Said message="Open now: {count}" values={{ count: <CountLink count={counts.open} filter={place} of={say('open, {where}', { where })} /> }} /></p>
            <p><b>{paceSentence(pace)}</b> {counts.open === 0 ? null : paceMethod(pace)}</p>
          </div>
        </>
      )}
    </Card>
  );
}
