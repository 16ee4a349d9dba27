import { say } from '#language/say.ts';
import { countFindings, findingsMatching, type FindingFilter } from '#core/picture/filter.ts';
import { unmappedFindings } from '#core/picture/unmapped-findings.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { UnmappedText } from '#web/features/mapping/UnmappedText.tsx';
import { stagesOf } from '#web/features/place/stages.ts';
import { FindingsLink } from '#web/ui/FindingsLink.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/place/place.css';

/** Open findings of a place by the stage they were found at, each number a link to its list. */
export function FindingsByStage({ filter, where, className }: { filter: FindingFilter; where: string; className: string }) {
  const picture = usePicture();
  const names = namesOf(picture);
  const stages = stagesOf(picture, filter);
  const total = countFindings(findingsMatching(picture, filter));
  return (
    <Card className={className} headline={say('{total, number} open {total, plural, one {finding} other {findings}}', { total })} subtitle={say('{where}, by the stage they were found at', { where })} foot={unmappedFindings(picture, filter) === 0 ? undefined : <UnmappedText picture={picture} filter={filter} />}>
      {total === 0 ? <Empty>{say('None found on the record for {where}. A service nobody scans has none either: see its coverage.', { where })}</Empty> : (
        <table className="place-table">
          <caption className="visually-hidden">{say('Open findings by stage, {where}', { where })}</caption>
          <thead><tr><th scope="col">{say('Stage')}</th><th scope="col" className="numeric">{say('Open findings')}</th></tr></thead>
          <tbody>
            {stages.map((stageId) => {
              const name = stageId === null ? say('No stage recorded') : names.stageName(stageId);
              return (
                <tr key={stageId ?? ''}>
                  <th scope="row">{name}</th>
                  <td className="numeric"><FindingsLink filter={{ ...filter, stageId }} of={`${where}, ${name}`} /></td>
                </tr>
              );
            })}
            <tr><th scope="row"><b>{say('Total')}</b></th><td className="numeric"><b><FindingsLink filter={filter} of={`${where}, ${say('{stages, plural, one {# stage} other {# stages}}', { stages: stages.length })}`} /></b></td></tr>
          </tbody>
        </table>
      )}
    </Card>
  );
}
