import type { MappingRow } from '#contract/mapping.ts';
import { messages, say } from '#language/say.ts';
import { ActButton } from '#web/features/acts/ActButton.tsx';
import { withdrawPlan } from '#web/pages/mapping/withdraw-plan.ts';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { PlaceLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskOwner } from '#web/ui/RiskOwner.tsx';
import { Said } from '#web/ui/Said.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';

/** Risks listed before the rest is folded. */
const FIRST = 8;

const headlines = messages({ link: 'Findings by name', rule: 'A rule', derive: 'Derived risks' });

/** One mapping: what it takes, to which risks, who said so and when, and how to take it back. */
export function MappingCard({ mapping }: { mapping: MappingRow }) {
  const { way, takes, risks, findings, withdrawnAt, reason, by, at, id } = mapping;
  const rest = risks.slice(FIRST);
  return (
    <Card className="mapping-card" headline={withdrawnAt === null ? say(headlines[way]) : say('{what}, taken back', { what: say(headlines[way]) })} subtitle={takes}>
      <Risks risks={risks.slice(0, FIRST)} />
      {rest.length === 0 ? null : <details><summary>{say('{count, plural, one {# more risk} other {# more risks}}', { count: rest.length })}</summary><Risks risks={rest} /></details>}
      {withdrawnAt === null
        ? <p>{findings === 0
          ? say('No open finding reaches a risk by it today.')
          : <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ mappingId: id })}>{say('{count, plural, one {# open finding} other {# open findings}}', { count: findings })}</PlaceLink>}</p>
        : <p>{way === 'derive' && risks.some(({ open }) => open)
          ? <Said message="Taken back on {day} by {account}: what somebody had taken or decided by then stays open." values={{ account: by.recordedBy ?? say('a file'), day: <DateText when={withdrawnAt} /> }} />
          : <Said message="Taken back on {day} by {account}: nothing reaches a risk by it since." values={{ account: by.recordedBy ?? say('a file'), day: <DateText when={withdrawnAt} /> }} />}</p>}
      {reason === null ? null : <p>{say('Why: {reason}', { reason })}</p>}
      <p className="sub">
        {withdrawnAt !== null
          ? by.madeBy === null ? <Said message="Made on {day}" values={{ day: <DateText when={at} /> }} /> : <Said message="Decided by {person} on {day}" values={{ person: by.madeBy, day: <DateText when={at} /> }} />
          : by.madeBy === null
          ? <Said message="Recorded by {account} on {day}" values={{ account: by.recordedBy ?? say('a file'), day: <DateText when={at} /> }} />
          : <Said message="Decided by {person}, recorded by {account} on {day}" values={{ person: by.madeBy, account: by.recordedBy ?? say('a file'), day: <DateText when={at} /> }} />}
      </p>
      {withdrawnAt === null ? <ActButton quiet plan={withdrawPlan(mapping)} /> : null}
    </Card>
  );
}

function Risks({ risks }: { risks: MappingRow['risks'] }) {
  return (
    <ul className="mapping-card__risks">
      {risks.map((risk) => <li key={risk.id}>{risk.open ? <><RiskLink risk={risk.id}>{risk.label}</RiskLink><RiskOwner risk={risk.id} /></> : say('{risk}, closed', { risk: risk.label })}</li>)}
    </ul>
  );
}
