import { counted } from '#core/picture/sentences/prose.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Services of which sources name different owners: who says what, which is in force, and why. */
export function ConflictsCard({ list: { conflicts } }: { list: SourceList }) {
  return (
    <Card
      id="owners" className="span-12"
      headline={conflicts.length === 0 ? 'No two sources name different owners' : `Sources name different owners of ${counted(conflicts.length, 'service')}`}
      subtitle={conflicts.length === 0 ? undefined : 'Nothing is settled here: correct the source that is wrong, and it agrees when it arrives next'}
    >
      {conflicts.length === 0 ? <Empty>Compared: every owner that a catalog, CODEOWNERS, OWNERS or a workspace file names.</Empty> : (
        <RowsTable data={{
          caption: 'Services with different owners by source', file: 'owners-by-source',
          columns: [{ label: 'Service' }, { label: 'In force' }, { label: 'What each source says' }, { label: 'Why that one is in force' }],
          rows: conflicts.map(({ service, team, why, statements }) => [
            { value: service.name }, { value: team?.name ?? 'none recorded' },
            {
              value: statements.map((one) => `${one.source}: ${one.team.name}`).join('; '),
              shown: <ul className="sources-said">{statements.map((one) => <li key={one.source}>{one.source}{one.format === null ? '' : ` (${one.format})`}: <b>{one.team.name}</b>{one.inForce ? ', in force' : ''}</li>)}</ul>,
            },
            { value: why },
          ]),
        }} />
      )}
    </Card>
  );
}
