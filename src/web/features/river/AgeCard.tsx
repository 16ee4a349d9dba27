import { say } from '#language/say.ts';
import type { When } from '#core/time.ts';
import { ageBands } from '#core/release/age-bands.ts';
import type { RiverCounts } from '#core/release/river-counts.ts';
import { AgeBandsChart } from '#web/charts/age-bands/Chart.tsx';
import { bandName, describeAges } from '#web/charts/age-bands/describe.ts';
import { PAPER } from '#web/features/river/paper.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { CountLink } from '#web/features/river/CountLink.tsx';
import type { RiverPlace } from '#web/features/river/use-river.ts';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';

interface AgeCardProps {
  counts: RiverCounts;
  asOf: When;
  place: RiverPlace;
  where: string;
}

/** How long ago what is open was found: four bars, each as long as the list it opens. */
export function AgeCard({ counts, asOf, place, where }: AgeCardProps) {
  const bands = ageBands(counts, asOf);
  const words = describeAges(bands, counts.medianAgeDays, where);
  return (
    <Card className="span-12" headline={words.headline} subtitle={words.subtitle} data={counts.open === 0 ? undefined : words.data}>
      {counts.open === 0 ? <Empty>{say('No finding is open.')}</Empty> : (
        <ChartRows
          printWidth={PAPER}
          valueWidth={70}
          labelShare={0.3}
          valueName={say('Open')}
          rows={bands.map((band) => ({
            key: String(band.weeksFrom),
            label: <span>{sentenceCase(bandName(band))}</span>,
            value: <CountLink count={band.count} filter={{ ...place, foundFrom: band.foundFrom, foundTo: band.foundTo }} of={say('open, found {band}', { band: bandName(band) })} />,
          }))}
          plot={<AgeBandsChart counts={bands.map(({ count }) => count)} label={words.headline} description={words.alt} />}
        />
      )}
    </Card>
  );
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
