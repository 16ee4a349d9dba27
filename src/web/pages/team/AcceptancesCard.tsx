import { acceptancesOf } from '#core/picture/acceptances.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { PAPER } from '#web/features/river/paper.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { ExpiryStripChart } from '#web/charts/expiry-strip/Chart.tsx';
import { describeExpiries, standingOf } from '#web/charts/expiry-strip/describe.ts';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Rows drawn at most: those whose end comes first. */
const SHOWN = 12;

/** The acceptances the risks of a team rest on, on a strip of dates. */
export function AcceptancesCard({ team }: { team: TeamRow }) {
  const picture = usePicture();
  const all = acceptancesOf(picture, { teamId: team.id });
  const words = describeExpiries(all, picture.asOf, team.name);
  const shown = all.slice(0, SHOWN);
  const link = (risk: { id: string; label: string }) => <RiskLink key={risk.id} risk={risk.id}>{risk.label}</RiskLink>;
  return (
    <Card
      className="span-12"
      headline={words.headline}
      subtitle={all.length === 0 ? undefined : say('{subtitle}. Dot: ends that day; crossed: has ended; dashed square: no end on record', { subtitle: words.subtitle })}
      data={all.length === 0 ? undefined : withRowLinks(words.data, all.map(({ risk }) => link(risk)))}
      foot={all.length === 0 ? undefined : <FilterLink className="" filter={{ teamId: team.id, ids: all.map(({ risk }) => risk.id) }}>{say('{count, plural, one {The risk that rests on an acceptance} other {All # risks that rest on an acceptance}}', { count: all.length })}</FilterLink>}
    >
      {all.length === 0 ? <Empty>{say('No acceptance is in force or has ended on the open risks of {team}.', { team: team.name })}</Empty> : (
        <ChartRows
          printWidth={PAPER}
          valueWidth={150}
          labelShare={0.36}
          rows={shown.map((acceptance) => ({ key: acceptance.risk.id, label: link(acceptance.risk), value: standingOf(acceptance) }))}
          plot={<ExpiryStripChart marks={shown} asOf={picture.asOf} label={words.headline} description={words.alt} />}
        />
      )}
    </Card>
  );
}
