import { lazy, Suspense, useId } from 'react';
import type { Picture } from '#core/picture/picture.ts';
import { describeDefaultShare } from '#web/charts/default-share/describe.ts';
import { say } from '#language/say.ts';
import { Card } from '#web/ui/Card.tsx';
import { Loading } from '#web/ui/states.tsx';
import { useWidth } from '#web/ui/use-width.ts';

const DefaultShareChart = lazy(async () => ({ default: (await import('#web/charts/default-share/DefaultShareChart.tsx')).DefaultShareChart }));

const HEIGHT = 120;

/** Whether more or less falls to the carrier by default than in the quarters before. */
export function DefaultShareCard({ picture }: { picture: Picture }) {
  const { ref, width } = useWidth<HTMLDivElement>(640, 656);
  const described = useId();
  const { quarters, headline, subtitle, alt, data } = describeDefaultShare(picture);
  return (
    <Card className="span-12" headline={headline} subtitle={subtitle} data={data}>
      <div ref={ref} className="default-share" style={{ minHeight: HEIGHT }}>
        <figure>
          <Suspense fallback={<Loading what={say('the chart')} as="card" />}>
            <DefaultShareChart quarters={quarters} width={width} height={HEIGHT} label={headline} describedBy={described} />
          </Suspense>
          <p id={described} className="visually-hidden">{alt}</p>
        </figure>
      </div>
    </Card>
  );
}
