import { say } from '#language/say.ts';
import { RowsTable } from '#web/pages/sources/RowsTable.tsx';
import type { SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Services of which sources name different owners: who says what, which is in force, and why. */
export function ConflictsCard({ list: { conflicts } }: { list: SourceList }) {
  return (
    <Card
      id="owners" className="span-12"
      headline={conflicts.length === 0 ? say('No two sources name different owners') : say('Sources name different owners of {count, plural, one {# service} other {# services}}', { count: conflicts.length })}
      subtitle={conflicts.length === 0 ? undefined : say('Nothing is settled here: correct the source that is wrong, and it agrees when it arrives next')}
    >
      {conflicts.length === 0 ? <Empty>{say('Compared: every owner that a catalog, a table of services, CODEOWNERS, OWNERS or a workspace file names.')}</Empty> : (
        <RowsTable data={{
          caption: say('Services with different owners by source'), file: 'owners-by-source',
          columns: [{ label: say('Service') }, { label: say('In force') }, { label: say('What each source says') }, { label: say('Why that one is in force') }],
          rows: conflicts.map(({ service, team, why, statements }) => [
            { value: service.name }, { value: team?.name ?? say('none recorded') },
            {
              value: statements.map((one) => `${one.source}: ${one.team.name}`).join('; '),
              shown: <ul className="sources-said">{statements.map((one) => <li key={one.source}><Statement one={one} /></li>)}</ul>,
            },
            { value: why },
          ]),
        }} />
      )}
    </Card>
  );
}

/** `CODEOWNERS (codeowners): Payments, in force` */
function Statement({ one: { source, format, team, inForce } }: { one: SourceList['conflicts'][number]['statements'][number] }) {
  const values = { source: format === null ? source : `${source} (${format})`, team: <b>{team.name}</b> };
  return inForce ? <Said message="{source}: {team}, in force" values={values} /> : <Said message="{source}: {team}" values={values} />;
}
