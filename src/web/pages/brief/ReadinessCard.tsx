import type { Picture } from '#core/picture/picture.ts';
import { ReadinessGridTable } from '#web/charts/readiness-grid/Chart.tsx';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import { Card } from '#web/ui/Card.tsx';

/** Can they decide, and do they know: six counts that sum to the open risks. */
export function ReadinessCard({ picture }: { picture: Picture }) {
  const { headline, subtitle, caption, grid } = describeReadinessGrid(picture);
  return (
    <Card compact className="span-4" headline={headline} subtitle={subtitle}>
      <ReadinessGridTable grid={grid} caption={caption} />
    </Card>
  );
}
