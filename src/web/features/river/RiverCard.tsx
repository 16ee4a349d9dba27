import type { When } from '#core/time.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { paceSentence } from '#core/release/river-weeks.ts';
import type { RiverCounts } from '#core/release/river-counts.ts';
import { RiverChart } from '#web/charts/river/Chart.tsx';
import { describeRiver } from '#web/charts/river/describe.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import '#web/features/river/river.css';

interface RiverCardProps {
  counts: RiverCounts;
  asOf: When;
  place: RiverPlace;
  where: string;
}

/** Whether the river of findings rises: found, fixed and open by week, and how old the open ones are. */
export function RiverCard({ counts, asOf, place, where }: RiverCardProps) {
  const { ref, width } = useWidth<HTMLDivElement>(900);
  const words = describeRiver(counts, asOf, where);
  const none = counts.open === 0 && words.rows.every(({ found, fixed }) => found + fixed === 0);
  const data = {
    ...words.data,
    rows: words.rows.map(({ week, found, fixed }, index) => {
      const [day, , , open] = words.data.rows[index] ?? [];
      return [
        ...(day === undefined ? [] : [day]),
        { value: found, shown: <CountLink count={found} filter={{ ...place, foundWeek: week, openOnly: false }} of={`found in the week of ${week}`} /> },
        { value: fixed, shown: <CountLink count={fixed} filter={{ ...place, fixedWeek: week, openOnly: false }} of={`fixed in the week of ${week}`} /> },
        ...(open === undefined ? [] : [open]),
      ];
    }),
  };
  return (
    <Card className="span-12" headline={none ? 'No finding was open, found or fixed in half a year' : words.headline} subtitle={words.subtitle} data={none ? undefined : data}>
      {none ? <Empty>Where nothing is scanned there is nothing to find.</Empty> : (
        <>
          <div className="river-facts">
            <p>Open now: <CountLink count={counts.open} filter={place} of={`open, ${where}`} /></p>
            {counts.medianAgeDays === null ? null : <p>Half of the open ones are older than {counted(Math.round(counts.medianAgeDays), 'day')}</p>}
            <p>{paceSentence({ ...words.trend, open: counts.open })}</p>
          </div>
          <div ref={ref}><RiverChart words={words} width={width} /></div>
        </>
      )}
    </Card>
  );
}
