import { say } from '#language/say.ts';
import type { Flag } from '#core/flags/flag.ts';
import { riskOfCondition } from '#core/picture/conditions.ts';
import { subjectName } from '#core/picture/sentences/condition-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { FindingLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';

/** What a condition is about, as a link to the rows behind it. */
export function ConditionSubject({ flag }: { flag: Flag }) {
  const picture = usePicture();
  const name = subjectName(picture, flag);
  switch (flag.subjectKind) {
    case 'risk':
    case 'step': {
      const risk = riskOfCondition(picture, flag);
      return risk === undefined ? name : <><RiskLink risk={risk.id}>{flag.subjectKind === 'risk' ? name : say('{name}, of {risk}', { name, risk: risk.label })}</RiskLink><RiskOwner risk={risk.id} /></>;
    }
    case 'team': return <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ teamId: flag.subject, withSubteams: false, openOnly: flag.flag === 'P5' ? false : undefined })}>{say('The findings of {name}', { name })}</PlaceLink>;
    case 'process': return flag.flag === 'P9'
      ? <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ processId: flag.subject, openOnly: false })}>{say('The findings of {name}', { name })}</PlaceLink>
      : <PlaceLink to={{ page: 'process', process: flag.subject }}>{name}</PlaceLink>;
    case 'person': return <PlaceLink to={{ page: 'person', person: flag.subject }}>{name}</PlaceLink>;
    case 'finding': return <FindingLink finding={flag.subject}>{name}</FindingLink>;
    case 'pack': return flag.person === undefined ? name : <PlaceLink to={{ page: 'person', person: flag.person }}>{name}</PlaceLink>;
    case 'organisation': return <PlaceLink to={{ page: 'ownership' }} view={{}}>{name}</PlaceLink>;
  }
}
