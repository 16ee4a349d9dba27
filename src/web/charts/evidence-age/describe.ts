import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { past, type Claim, type EvidenceAges } from '#core/picture/evidence-ages.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { evidenceAgeWords, kindName, standingWords } from '#core/picture/sentences/evidence-age-words.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import { namesOf } from '#web/charts/names.ts';

export interface EvidenceAgeWords extends ChartWords {
  /** In the order of the table: the furthest past its agreed age first, then what was never measured. */
  claims: readonly (Claim | { risk: RiskRow; measured: undefined })[];
}

/** Words and rows of the age strip: one row for each mark, the furthest past its agreed age first. */
export function describeEvidenceAge(picture: Picture, ages: EvidenceAges): EvidenceAgeWords {
  const measured = ages.rows.flatMap((row) => row.claims).sort((a, b) => past(b) - past(a) || (a.risk.id < b.risk.id ? -1 : 1));
  const claims = [...measured, ...ages.never.map((risk) => ({ risk, measured: undefined }))];
  const rows = ages.rows.map(({ kind, limitDays, claims: held }) =>
    say('{kind}, agreed every {limitDays, plural, one {# day} other {# days}}: {held, plural, one {# risk} other {# risks}}, {filter, number} past it', { kind: kindName(kind), limitDays, held: held.length, filter: held.filter((claim) => claim.older).length }));
  return {
    claims,
    headline: evidenceAgeWords(picture, ages).headline,
    subtitle: say('Newest measurement behind each open risk, days before {asOf}.', { asOf: dayInWords(picture.asOf) }),
    alt: say('One row for each kind of measurement and one mark for each of {measured, plural, one {# measured risk} other {# measured risks}} on one axis of days. {value}.', { measured: measured.length, value: [...rows, say('Never measured: {never, number}', { never: ages.never.length })].join('; ') }),
    data: {
      caption: say('The newest measurement behind each open risk'),
      file: 'evidence-ages',
      columns: [
        { label: say('Risk') }, { label: say('Measured by') }, { label: say('Evidence') }, { label: say('Measured on') }, { label: say('Age in days'), numeric: true },
        { label: say('Agreed age in days'), numeric: true }, { label: say('Stands') }, { label: say('Expected annual loss'), numeric: true },
      ],
      rows: claims.map((claim) => rowOf(picture, claim)),
    },
  };
}

function rowOf(picture: Picture, claim: EvidenceAgeWords['claims'][number]) {
  const { risk, measured } = claim;
  const loss = { value: risk.expectedAnnualLoss === null ? null : Math.round(risk.expectedAnnualLoss), shown: risk.expectedAnnualLoss === null ? say('no range') : undefined };
  const name = { value: `${risk.id} ${risk.label}` };
  if (measured === undefined) {
    const none = { value: null, shown: '–' };
    return [name, none, none, none, none, none, { value: say('never measured') }, loss];
  }
  return [
    name,
    { value: `${kindName(measured.kind)}${measured.teamId === null ? '' : `, ${namesOf(picture).teamName(measured.teamId)}`}` },
    { value: measured.evidenceId },
    { value: measured.at.slice(0, 10), shown: dayInWords(measured.at) },
    { value: measured.ageDays },
    { value: measured.limitDays },
    { value: standingWords(claim) },
    loss,
  ];
}
