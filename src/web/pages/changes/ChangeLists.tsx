import { reEstimates, type ReEstimate } from '#core/picture/changes.ts';
import { previousRisksMatching, risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { PreviousRiskRow } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { periodEnd } from '#core/picture/sentences/prose.ts';
import { RiskTable } from '#web/features/risk-list/RiskTable.tsx';
import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import { Card } from '#web/ui/Card.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { SpokenText } from '#web/ui/SpokenText.tsx';
import { Empty } from '#web/ui/states.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/place/place.css';

/** The risks behind each part of the difference: new, closed, estimated otherwise, moved; and what was carried. */
export function ChangeLists({ filter }: { filter: RiskFilter }) {
  const picture = usePicture();
  const { changed, ...place } = filter;
  const since = periodEnd(picture.against);
  const shown = (kind: string): boolean => changed === undefined || changed === kind;
  const opened = risksMatching(picture, { ...place, changed: 'new' });
  const moved = risksMatching(picture, { ...place, changed: 'moved' });
  const carried = risksMatching(picture, { ...place, changed: 'carried' }).length;
  return (
    <>
      {shown('new') ? (
        <Card className="span-12" headline={say('{opened, plural, one {# risk} other {# risks}} opened since {since}', { opened: opened.length, since })} subtitle={say('Not open on the earlier date, as known then')}>
          {opened.length === 0 ? <Empty>{say('None found.')}</Empty> : <RiskTable risks={opened} caption={say('Risks opened since {since}', { since })} />}
        </Card>
      ) : null}
      {shown('closed') ? <Closed rows={previousRisksMatching(picture, { ...place, changed: 'closed' })} since={since} /> : null}
      {shown('re-estimated') ? <ReEstimated rows={reEstimates(picture, place)} since={since} /> : null}
      {shown('moved') && (moved.length > 0 || changed === 'moved') ? (
        <Card className="span-12" headline={say('{moved, plural, one {# risk} other {# risks}} with another owning team than at {since}', { moved: moved.length, since })} subtitle={say('The risk is the same; the team that owns its services is another')}>
          {moved.length === 0 ? <Empty>{say('None found.')}</Empty> : <RiskTable risks={moved} caption={say('Risks that moved to another team since {since}', { since })} />}
        </Card>
      ) : null}
      <Card className="span-12" headline={say('{carried, plural, one {# risk} other {# risks}} carried', { carried })} subtitle={say('Open on both dates, whether or not the estimate is another than at {since}', { since })}>
        <p>{carried === 0 ? say('None found.') : <FilterLink filter={{ ...place, changed: 'carried' }}>{say('{carried, plural, one {List it} other {List all #}}', { carried })}</FilterLink>}</p>
      </Card>
    </>
  );
}

/** A closed risk is on no list of open ones, so its link goes to the earlier date. */
function Closed({ rows, since }: { rows: readonly PreviousRiskRow[]; since: string }) {
  const { against } = usePicture();
  return (
    <Card className="span-6" headline={say('{rows, plural, one {# risk} other {# risks}} closed since {since}', { rows: rows.length, since })} subtitle={say('With the expected annual loss of the earlier date')}>
      {rows.length === 0 ? <Empty>{say('None found.')}</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{say('Risks closed since {since}', { since })}</caption>
          <thead><tr><th scope="col">{say('Risk')}</th><th scope="col">{say('Owning team')}</th><th scope="col">{say('Decision owner then')}</th><th scope="col" className="numeric">{say('Expected a year then')}</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row"><AsOfLink to={{ page: 'risk', risk: row.id, under: { page: 'changes' } }} asOf={against}>{row.label}</AsOfLink></th>
                <td data-label={say('Owning team')}><TeamLink id={row.owningTeamId} /></td>
                <td data-label={say('Decision owner then')}>{row.ownerId === null ? say('Nobody named') : <PersonLink id={row.ownerId} />}</td>
                <td data-label={say('Expected a year then')} className="numeric">{row.expectedAnnualLoss === null ? <NotMeasured /> : <MoneyText amount={row.expectedAnnualLoss} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function ReEstimated({ rows, since }: { rows: readonly ReEstimate[]; since: string }) {
  const { currency } = usePicture();
  return (
    <Card className="span-6" headline={say('{rows, plural, one {# risk} other {# risks}} estimated otherwise than at {since}', { rows: rows.length, since })} subtitle={say('Carried; a range stated for the first time is a measurement, not growth')}>
      {rows.length === 0 ? <Empty>{say('None found.')}</Empty> : (
        <table className="place-table place-table--stack">
          <caption className="visually-hidden">{say('Risks estimated otherwise since {since}, largest difference first', { since })}</caption>
          <thead><tr><th scope="col">{say('Risk')}</th><th scope="col" className="numeric">{say('Then')}</th><th scope="col" className="numeric">{say('Now')}</th><th scope="col" className="numeric">{say('Difference')}</th></tr></thead>
          <tbody>
            {rows.map(({ risk, before, now, difference }) => (
              <tr key={risk.id}>
                <th scope="row"><RiskLink risk={risk.id}>{risk.label}</RiskLink><RiskOwner risk={risk.id} /></th>
                <td data-label={say('Then')} className="numeric">{before === null ? <NotMeasured /> : <MoneyText amount={before} />}</td>
                <td data-label={say('Now')} className="numeric">{now === null ? <NotMeasured /> : <MoneyText amount={now} />}</td>
                <td data-label={say('Difference')} className="numeric">{before === null || now === null ? <span className="sub">{before === null ? say('first range') : say('range withdrawn')}</span> : <SpokenText>{signedShort(difference, currency)}</SpokenText>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
