import { say } from '#language/say.ts';
import type { Flag } from '#core/flags/flag.ts';
import { riskOfCondition } from '#core/picture/conditions.ts';
import { subjectName } from '#core/picture/sentences/condition-words.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { FindingLink, PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { viewOfFindings, type FindingListFilter } from '#web/url/finding-filter.ts';

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
    case 'team': return <TeamRows flag={flag} name={name} />;
    case 'process': return flag.flag === 'P9'
      ? <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ processId: flag.subject, openOnly: false })}>{say('The findings of {name}', { name })}</PlaceLink>
      : <PlaceLink to={{ page: 'process', process: flag.subject }}>{name}</PlaceLink>;
    case 'person': return <PlaceLink to={{ page: 'person', person: flag.subject }}>{name}</PlaceLink>;
    case 'finding': return <FindingLink finding={flag.subject}>{name}</FindingLink>;
    case 'pack': return flag.person === undefined ? name : <PlaceLink to={{ page: 'person', person: flag.person }}>{name}</PlaceLink>;
    case 'organisation': return <PlaceLink to={{ page: 'ownership' }} view={{}}>{name}</PlaceLink>;
  }
}

/** The rows a condition of a team counts. */
function TeamRows({ flag: { flag, subject }, name }: { flag: Flag; name: string }) {
  const findings = (words: string, more: FindingListFilter) => <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ teamId: subject, withSubteams: false, ...more })}>{words}</PlaceLink>;
  if (flag === 'P6') return findings(say('The findings of {name} without a recorded origin', { name }), { origin: 'untraced' });
  if (flag === 'A10') return <PlaceLink to={{ page: 'sources' }} view={{}}>{say('{name}: decisions that came without a name', { name })}</PlaceLink>;
  return findings(say('The findings of {name}', { name }), flag === 'P5' ? { openOnly: false } : {});
}
