import type { Picture } from '#core/picture/picture.ts';
import { TeamByProcessTable } from '#web/charts/team-by-process/Chart.tsx';
import { describeTeamByProcess } from '#web/charts/team-by-process/describe.ts';
import { Card } from '#web/ui/Card.tsx';

/** Where it sits: the team that ships it by the release process it ships through. */
export function TeamByProcessCard({ picture, room }: { picture: Picture; room: { rows: number; columns: number } }) {
  const { headline, subtitle, caption, table } = describeTeamByProcess(picture, room);
  return (
    <Card compact className="span-8" headline={headline} subtitle={subtitle}>
      <TeamByProcessTable table={table} caption={caption} />
    </Card>
  );
}
