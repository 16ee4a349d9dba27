import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { EstimateAct } from '#web/pages/risk/EstimateAct.tsx';
import { Card } from '#web/ui/Card.tsx';
import { grouped } from '#web/ui/count-words.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/ui/facts.css';

/** The money: its stated range, and how the figure a year comes from it. */
export function MoneyCard({ risk }: { risk: RiskRow }) {
  const { exposure, expectedAnnualLoss } = risk;
  if (exposure === null) {
    return (
      <Card headline="No range in money is on the record" subtitle="One loss, and events a year">
        <Empty>Not measured. The risk is counted beside the money in every total, never as zero.</Empty>
        <SizeNotes risk={risk} />
        <EstimateAct risk={risk} />
      </Card>
    );
  }
  return (
    <Card
      headline={expectedAnnualLoss === null ? (exposure.currency === undefined ? 'No figure a year: how often it happens is not on the record' : `The size is stated in ${exposure.currency}, and listed apart`) : <><MoneyText amount={expectedAnnualLoss} /> expected a year, averaged over many years</>}
      subtitle="Stated as ranges that hold nine times in ten; not a forecast for any one year"
    >
      <dl className="facts">
        <dt>One loss</dt>
        <dd><MoneyText amount={exposure.low} precision="exact" currency={exposure.currency} /> to <MoneyText amount={exposure.high} precision="exact" currency={exposure.currency} /> <span className="sub">(90% range)</span></dd>
        <dt>Times a year</dt>
        <dd>{exposure.rateLow === null || exposure.rateHigh === null
          ? <NotMeasured />
          : <>{rate(exposure.rateLow)} to {rate(exposure.rateHigh)} <span className="sub">(90% range)</span></>}</dd>
        <dt>How it was estimated</dt>
        <dd>
          {expectedAnnualLoss === null
            ? exposure.currency !== undefined ? 'Another currency than that of the record is never mixed into a total.' : 'Without the times a year, one loss cannot be turned into a figure a year.'
            : 'Mean times a year, times the mean of one loss; each the mean of a lognormal distribution with the range stated.'}
          {' '}<Origin risk={risk} />
        </dd>
        {exposure.max === undefined ? null : <><dt>Never more than</dt><dd><MoneyText amount={exposure.max} precision="exact" currency={exposure.currency} /></dd></>}
      </dl>
      <SizeNotes risk={risk} />
      <EstimateAct risk={risk} />
    </Card>
  );
}

/** What the headline says already. */
const NOTHING = 'No range in money is on the record.';

/** Why the risk is not wholly in money, and what is at stake in other units. */
function SizeNotes({ risk }: { risk: RiskRow }) {
  const { size, harms = [] } = risk;
  return (
    <>
      {size === undefined || (size.kind === 'unquantified' && risk.exposure === null && size.why === NOTHING) ? null : <p className="sub">{size.why}{size.kind === 'bounded' ? <> Between <MoneyText amount={size.low} /> and <MoneyText amount={size.high} /> a year; not on the curve.</> : null}</p>}
      {harms.map(({ unit, low, high, rateLow, rateHigh }) => (
        <p key={unit} className="sub">Not in money, and not converted: one event means {grouped(low)} to {grouped(high)} {unit}{rateLow === undefined || rateHigh === undefined ? '' : `, ${rateLow} to ${rateHigh} times a year`}.</p>
      ))}
    </>
  );
}

/** Who put the range on the record, how and when; each as far as it is stated. */
function Origin({ risk }: { risk: RiskRow }) {
  const { asOf } = usePicture();
  const { method = null, estimatedBy = null, at = null, calibrated, validUntil, evidenceIds = [] } = risk.estimate ?? {};
  if (method === null && estimatedBy === null && at === null) return <span className="sub">Who stated the range, and how, is not on the record.</span>;
  return (
    <span className="sub">
      Range: {method ?? 'method not recorded'}
      {estimatedBy === null ? ', by whom is not recorded' : <>, by <PersonLink id={estimatedBy} /></>}
      {at === null ? null : <>, <DateText when={at} /></>}.
      {calibrated === undefined ? null : calibrated ? ' The estimator is trained and scored on ranges.' : ' The estimator is not trained on ranges: such ranges hold the truth less often than nine times in ten.'}
      {evidenceIds.length === 0 ? null : ` It rests on ${evidenceIds.length} ${evidenceIds.length === 1 ? 'piece' : 'pieces'} of evidence.`}
      {validUntil === undefined ? null : <> It holds until <DateText when={validUntil} />{validUntil < asOf ? ', which is past: the range is due to be looked at again' : ''}.</>}
    </span>
  );
}

function rate(times: number): string {
  return Number(times.toPrecision(2)).toString();
}
