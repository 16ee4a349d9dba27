import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { Picture } from '#core/picture/picture.ts';
import { LossDotsChart } from '#web/charts/loss-dots/Chart.tsx';
import { describeLossDots } from '#web/charts/loss-dots/describe.ts';
import { namesOf } from '#web/charts/names.ts';
import { companyPortfolio } from '#web/exposure/portfolios.ts';
import { useHeldPicture } from '#web/exposure/use-held-picture.ts';
import { briefQuestion, DOTS, useBriefYear } from '#web/features/exposure/company-year.ts';
import { HeldMark } from '#web/features/exposure/HeldMark.tsx';
import { ExposureState } from '#web/features/exposure/ExposureState.tsx';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { FilterLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { SpokenText } from '#web/ui/SpokenText.tsx';
import { viewOfExposure } from '#web/url/exposure-view.ts';
import { useAddressOf } from '#web/url/use-address.ts';

const HEIGHT = 134;

/** The loss of a year on the brief: twenty equally likely years against the tolerance of the board. */
export function LossDotsCard({ picture: newest }: { picture: Picture }) {
  const held = useHeldPicture(newest, (coming) => [{ portfolio: companyPortfolio(coming).portfolio, question: { ask: 'year', ...briefQuestion(coming) } }]);
  const { picture } = held;
  const addressOf = useAddressOf();
  const { whole, year } = useBriefYear(picture);
  const others = whole.covers.total - whole.covers.with;
  const uncovered = others === 0 ? null : <> <FilterLink filter={{ ids: notOnCurve(picture, whole.quantified) }}>{say('{others, number} {others, plural, one {is} other {are}} not', { others })}</FilterLink></>;
  if (year.status !== 'shown') {
    return (
      <Card compact className="span-6 loss-card" headline={whole.covers.with === 0 ? say('No open risk has a range on the record') : say('How much could a year cost?')} subtitle={<>{say('Covers {with, number} of {total, number} open risks.', { with: whole.covers.with, total: whole.covers.total })}{uncovered}</>}>
        <div className="loss-card__room"><ExposureState exposure={year} height={HEIGHT} /></div>
      </Card>
    );
  }
  const { tolerance, currency } = picture;
  const setBy = tolerance?.setBy === undefined ? undefined : namesOf(picture).personName(tolerance.setBy);
  const words = describeLossDots({ year: year.figures, dots: DOTS.brief, tolerance, setBy, covers: whole.covers, currency, shape: { width: 640, height: HEIGHT } });
  const over = (from: number) => viewOfExposure({ view: 'dots', over: from });
  const data = withRowLinks(words.data, words.data.rows.map(([name, from]) => (
    <PlaceLink key={String(name?.value)} to={{ page: 'exposure' }} view={over(Number(from?.value ?? 0))}><SpokenText>{name?.value}</SpokenText></PlaceLink>
  )));
  const unset = tolerance === undefined ? <>{' '}<Said message="No tolerance is on record: <link>set it</link>." values={{ link: (text) => <PlaceLink to={{ page: 'policy' }} view={{}}>{text}</PlaceLink> }} /></> : null;
  return (
    <Card compact className="span-6 loss-card" headline={<PlaceLink to={{ page: 'exposure' }} view={{}} className="loss-card__headline">{words.headline}</PlaceLink>} subtitle={<>{words.subtitle}{uncovered}{unset} <HeldMark held={held} /></>} data={data}>
      <div className="loss-card__room">
        <LossDotsChart input={words.chart} height={HEIGHT} label={words.headline} description={words.alt} drill={(from) => addressOf({ page: 'exposure' }, over(from))} />
      </div>
    </Card>
  );
}

function notOnCurve(picture: Picture, quantified: readonly { id: string }[]): readonly string[] {
  const on = new Set(quantified.map(({ id }) => id));
  return picture.risks.flatMap(({ id }) => (on.has(id) ? [] : [id]));
}
