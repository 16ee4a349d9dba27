import type { When } from '#core/time.ts';
import { decimal } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { EstimateAct } from '#web/pages/risk/EstimateAct.tsx';
import { Card } from '#web/ui/Card.tsx';
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
      <Card headline={say('No range in money is on the record')} subtitle={say('One loss, and events a year')}>
        <Empty>{say('Not measured. The risk is counted beside the money in every total, never as zero.')}</Empty>
        <SizeNotes risk={risk} />
        <EstimateAct risk={risk} />
      </Card>
    );
  }
  return (
    <Card
      headline={expectedAnnualLoss === null ? (exposure.currency === undefined ? say('No figure a year: how often it happens is not on the record') : say('The size is stated in {currency}, and listed apart', { currency: exposure.currency })) : <><Said message="{money} expected a year, averaged over many years" values={{ money: <MoneyText amount={expectedAnnualLoss} /> }} /></>}
      subtitle={say('Stated as ranges that hold nine times in ten; not a forecast for any one year')}
    >
      <dl className="facts">
        <dt>{say('One loss')}</dt>
        <dd><Said message="{money} to {money2} <span>(90% range)</span>" values={{ money: <MoneyText amount={exposure.low} precision="exact" currency={exposure.currency} />, money2: <MoneyText amount={exposure.high} precision="exact" currency={exposure.currency} />, span: (words) => <span className="sub">{words}</span> }} /></dd>
        <dt>{say('Times a year')}</dt>
        <dd>{exposure.rateLow === null || exposure.rateHigh === null
          ? <NotMeasured />
          : <><Said message="{rateLow} to {rateHigh} <span>(90% range)</span>" values={{ rateLow: rate(exposure.rateLow), rateHigh: rate(exposure.rateHigh), span: (words) => <span className="sub">{words}</span> }} /></>}</dd>
        <dt>{say('How it was estimated')}</dt>
        <dd>
          {expectedAnnualLoss === null
            ? exposure.currency !== undefined ? say('Another currency than that of the record is never mixed into a total.') : say('Without the times a year, one loss cannot be turned into a figure a year.')
            : say('Mean times a year, times the mean of one loss; each the mean of a lognormal distribution with the range stated.')}
          {' '}<Origin risk={risk} />
        </dd>
        {exposure.max === undefined ? null : <><dt>{say('Never more than')}</dt><dd><MoneyText amount={exposure.max} precision="exact" currency={exposure.currency} /></dd></>}
      </dl>
      <SizeNotes risk={risk} />
      <EstimateAct risk={risk} />
    </Card>
  );
}

/** What the headline says already. */
const nothing = (): string => say('No range in money is on the record.');

/** Why the risk is not wholly in money, and what is at stake in other units. */
function SizeNotes({ risk }: { risk: RiskRow }) {
  const { size, harms = [] } = risk;
  return (
    <>
      {size === undefined || (size.kind === 'unquantified' && risk.exposure === null && size.why === nothing()) ? null : <p className="sub">{size.why}{size.kind === 'bounded' ? <>{' '}<Said message="Between {money} and {money2} a year; not on the curve." values={{ money: <MoneyText amount={size.low} />, money2: <MoneyText amount={size.high} /> }} /></> : null}</p>}
      {harms.map(({ unit, low, high, rateLow, rateHigh }) => (
        <p key={unit} className="sub">{rateLow === undefined || rateHigh === undefined
          ? say('Not in money, and not converted: one event means {low, number} to {high, number} {unit}.', { low, high, unit })
          : say('Not in money, and not converted: one event means {low, number} to {high, number} {unit}, {rateLow, number} to {rateHigh, number} times a year.', { low, high, unit, rateLow, rateHigh })}</p>
      ))}
    </>
  );
}

/** Who put the range on the record, how and when; each as far as it is stated. */
function Origin({ risk }: { risk: RiskRow }) {
  const { asOf } = usePicture();
  const { method = null, estimatedBy = null, at = null, calibrated, validUntil, evidenceIds = [] } = risk.estimate ?? {};
  if (method === null && estimatedBy === null && at === null) return <span className="sub">{say('Who stated the range, and how, is not on the record.')}</span>;
  return (
    <span className="sub">
      <StatedBy method={method ?? say('method not recorded')} by={estimatedBy} at={at} />
      {calibrated === undefined ? null : <>{' '}{calibrated ? say('The estimator is trained and scored on ranges.') : say('The estimator is not trained on ranges: such ranges hold the truth less often than nine times in ten.')}</>}
      {evidenceIds.length === 0 ? null : <>{' '}{say('It rests on {count, plural, one {# piece} other {# pieces}} of evidence.', { count: evidenceIds.length })}</>}
      {validUntil === undefined ? null : <>{' '}<HoldsUntil day={validUntil} past={validUntil < asOf} /></>}
    </span>
  );
}

function StatedBy({ method, by, at }: { method: string; by: string | null; at: When | null }) {
  if (by === null) {
    return at === null
      ? <>{say('Range: {method}, by whom is not recorded.', { method })}</>
      : <Said message="Range: {method}, by whom is not recorded, {date}." values={{ method, date: <DateText when={at} /> }} />;
  }
  const person = <PersonLink id={by} />;
  return at === null
    ? <Said message="Range: {method}, by {person}." values={{ method, person }} />
    : <Said message="Range: {method}, by {person}, {date}." values={{ method, person, date: <DateText when={at} /> }} />;
}

function HoldsUntil({ day, past }: { day: When; past: boolean }) {
  const values = { date: <DateText when={day} /> };
  return past
    ? <Said message="It holds until {date}, which is past: the range is due to be looked at again." values={values} />
    : <Said message="It holds until {date}." values={values} />;
}

function rate(times: number): string {
  return decimal(Number(times.toPrecision(2)), 12);
}
