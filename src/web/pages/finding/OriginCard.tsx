import type { ReactNode } from 'react';
import { daysBetween } from '#core/time.ts';
import type { FindingRow, FindingView } from '#contract/finding.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/ui/facts.css';

/** Where it got in, where it was found, and how it ended. A team and a stage, never a committer. */
export function OriginCard({ view: { finding, openAsOf } }: { view: FindingView }) {
  const names = namesOf(usePicture());
  const stage = (id: string | null): ReactNode => (id === null ? <span className="muted">stage not recorded</span> : names.stageName(id));
  return (
    <Card className="span-6" headline={headlineOf(finding, openAsOf)} subtitle="Introduced, got past, found, fixed: a team and a stage, never an individual">
      <dl className="facts">
        <dt>Introduced by</dt>
        <dd>{introduced(finding)}</dd>
        <dt>Got in at</dt><dd>{finding.introducedStageId === null ? <span className="muted">not traced</span> : stage(finding.introducedStageId)}</dd>
        <dt>Got past</dt><dd>{finding.escapedStageId === null ? <span className="muted">not recorded</span> : stage(finding.escapedStageId)}</dd>
        <dt>Found at</dt><dd>{stage(finding.foundStageId)}, <DateText when={finding.at} /></dd>
        <dt>Fixed</dt><dd>{fixed(finding, openAsOf)}</dd>
      </dl>
    </Card>
  );
}

function headlineOf(finding: FindingRow, open: boolean): string {
  const traced = finding.introducedByTeamId !== null || finding.introducedReleaseId !== null || finding.introducedStageId !== null;
  const origin = finding.external === true ? 'It came with a bought-in component' : traced ? 'Its origin is traced' : 'Its origin is not traced';
  return `${origin}; ${open ? 'it is open' : 'it is fixed'}`;
}

function introduced(finding: FindingRow): ReactNode {
  if (finding.external === true && finding.introducedByTeamId === null) return 'a bought-in component';
  if (finding.introducedByTeamId === null && finding.introducedReleaseId === null) return <span className="muted">not traced: no team and no release is recorded</span>;
  return (
    <>
      {finding.introducedByTeamId === null ? <span className="muted">team not traced</span> : <TeamLink id={finding.introducedByTeamId} />}
      {finding.introducedReleaseId === null ? <span className="muted">, release not traced</span> : <>, release {finding.introducedReleaseId}</>}
    </>
  );
}

function fixed(finding: FindingRow, open: boolean): ReactNode {
  if (open || finding.fixedAt === null) return 'not on this date';
  const days = daysBetween(finding.at, finding.fixedAt);
  return (
    <>
      <DateText when={finding.fixedAt} />, after {days} {days === 1 ? 'day' : 'days'}
      {finding.fixKind === 'shield' ? ', by a shield in front of it' : ''}
      {finding.fixedByTeamId === null ? ', by whom is not recorded' : <>, by <TeamLink id={finding.fixedByTeamId} /></>}
    </>
  );
}
