import type { FindingList, FindingRow } from '#contract/finding.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { findingAge, findingName } from '#web/features/findings/finding-words.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { FindingLink } from '#web/ui/PlaceLink.tsx';
import { FindingOwner } from '#web/ui/RiskOwner.tsx';
import { TeamLink } from '#web/ui/TeamLink.tsx';
import '#web/features/findings/findings.css';

/** Rows that can be ticked, for an act on some of them. */
export interface FindingPick {
  ticked: ReadonlySet<string>;
  tick: (id: string, on: boolean) => void;
}

/** Findings as rows: what, where, who fixes it, where it was found, since when, and the scanner's score if it gave one. */
export function FindingTable({ findings, caption, pick, reached }: { findings: readonly FindingRow[]; caption: string; reached?: FindingList['reached'] | undefined; pick?: FindingPick | undefined }) {
  return (
    <table className="finding-list">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="finding-list__what">{say('Finding')}</th>
          <th scope="col">{say('Service and owning team')}</th>
          <th scope="col">{say('Found at')}</th>
          <th scope="col">{say('Since')}</th>
          <th scope="col" className="numeric">{say('Scanner’s score')}</th>
        </tr>
      </thead>
      <tbody>{findings.map((finding) => <Row key={finding.id} finding={finding} pick={pick} reached={reached?.[finding.id]} />)}</tbody>
    </table>
  );
}

function Row({ finding, pick, reached }: { finding: FindingRow; pick: FindingPick | undefined; reached: readonly string[] | undefined }) {
  const picture = usePicture();
  const names = namesOf(picture);
  const service = names.service(finding.serviceId);
  return (
    <tr>
      <th scope="row" className="finding-list__what">
        {pick === undefined ? null : (
          <label className="finding-pick">
            <input type="checkbox" checked={pick.ticked.has(finding.id)} onChange={(event) => { pick.tick(finding.id, event.target.checked); }} />
            <span className="visually-hidden">{say('Tick {finding}', { finding: findingName(finding) })}</span>
          </label>
        )}
        <FindingLink finding={finding.id}>{findingName(finding)}</FindingLink>
        <span className="sub finding-list__line">{[finding.externalId, finding.component, finding.source].filter((word) => word !== null && word !== findingName(finding)).join(' · ')}</span>
        <FindingOwner finding={finding.id} reached={reached} />
      </th>
      <td data-label={say('Service and owning team')}>
        {service?.name ?? finding.serviceId}
        <span className="sub finding-list__line"><TeamLink id={service?.teamId ?? null} /></span>
      </td>
      <td data-label={say('Found at')}>{finding.foundStageId === null
        ? <span className="muted">{say('No stage recorded')}</span>
        : names.stageName(finding.foundStageId)}</td>
      <td data-label={say('Since')}><DateText when={finding.at} /><span className="sub finding-list__line">{findingAge(finding, picture.asOf)}</span></td>
      <td data-label={say('Scanner’s score')} className="numeric">{finding.score === null ? <NotMeasured>{say('None given')}</NotMeasured> : finding.score}</td>
    </tr>
  );
}
