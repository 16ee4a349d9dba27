import { dayInWords } from '#core/time.ts';
import { compareDates, type ComparedRisk } from '#core/picture/compare.ts';
import type { Picture } from '#core/picture/picture.ts';
import { compareWords, partMeanings, partNames, partsShown } from '#core/picture/sentences/compare-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ComparedRisks } from '#web/pages/compare/ComparedRisks.tsx';
import { CompareDates } from '#web/pages/compare/CompareDates.tsx';
import { Reconciled } from '#web/pages/compare/Reconciled.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/pages/compare/compare.css';

/** Any two dates side by side: what is new, gone, valued otherwise or in other hands, added up with no remainder. */
export function ComparePage() {
  const picture = usePicture();
  const comparison = compareDates(picture);
  const { headline, lede } = compareWords(picture, comparison);
  const listed = partsShown(comparison).filter((part) => part !== 'unchanged');
  return (
    <>
      <div className="page-head">
        <PageTitle>{headline}</PageTitle>
        <p className="lede">{lede}</p>
        <CompareDates picture={picture} />
      </div>
      <div className="grid">
        <Card className="span-12" headline={say('From {against} to {asOf}, part by part', { against: dayInWords(picture.against), asOf: dayInWords(picture.asOf) })} subtitle={say('Expected annual loss, to the cent. Each part opens the risks behind it; together they are the whole difference')}>
          <Reconciled comparison={comparison} />
        </Card>
        {listed.map((part) => (
          <Part key={part} id={part} name={say(partNames[part])} meaning={say(partMeanings[part])} risks={comparison.parts[part].risks} picture={picture} />
        ))}
        <Card id="ownership-moved" className="span-12" headline={moved(comparison.ownershipMoved.length)} subtitle={say('Open on both dates, and another person, or nobody, is named to decide. It adds nothing to the total')}>
          {comparison.ownershipMoved.length === 0 ? <Empty>{say('Looked through {carried, plural, one {# carried risk} other {# carried risks}}.', { carried: comparison.carried })}</Empty> : <ComparedRisks risks={comparison.ownershipMoved} caption={say('Risks with another decision owner')} owners />}
        </Card>
        <PolicyPart picture={picture} policy={comparison.policy} />
      </div>
    </>
  );
}

function Part({ id, name, meaning, risks, picture }: { id: string; name: string; meaning: string; risks: readonly ComparedRisk[]; picture: Picture }) {
  return (
    <Card id={id} className="span-12" headline={say('{part}: {count, plural, one {# risk} other {# risks}}', { part: name, count: risks.length })} subtitle={meaning}>
      <ComparedRisks risks={risks} caption={say('{name} between {against} and {asOf}', { name, against: dayInWords(picture.against), asOf: dayInWords(picture.asOf) })} />
    </Card>
  );
}

function PolicyPart({ picture, policy }: { picture: Picture; policy: { before: string; now: string } | null }) {
  return (
    <Card id="policy" className="span-12" headline={policy === null ? say('The same policy judged both dates') : say('The policy changed from {before} to {now}', { before: policy.before, now: policy.now })} subtitle={say('Each date is judged by the policy in force on it; what counts as decided, seen or late follows from that')}>
      <p>{policy === null ? say('Policy {policyVersion} was in force on both.', { policyVersion: picture.policyVersion }) : say('Counts of who can decide and who knows may differ for that reason alone; the money above does not depend on it.')}</p>
    </Card>
  );
}

function moved(count: number): string {
  return count === 0 ? say('No carried risk has another decision owner') : say('{count, plural, one {# carried risk has} other {# carried risks have}} another decision owner', { count });
}
