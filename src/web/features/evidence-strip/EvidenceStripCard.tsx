import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { EvidenceStripChart } from '#web/charts/evidence-strip/Chart.tsx';
import { describeEvidenceStrip, type StripOf } from '#web/charts/evidence-strip/describe.ts';
import { StripLegend } from '#web/charts/evidence-strip/Legend.tsx';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { ClaimLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';

interface EvidenceStripCardProps {
  asked: readonly StripOf[];
  /** Which rows these are, where they are not all there are. */
  which?: string | undefined;
}

/** Do they know: of each decision the pieces of evidence, and which of them have reached the person who decides. */
export function EvidenceStripCard({ asked, which }: EvidenceStripCardProps) {
  const picture = usePicture();
  const { headline, alt, data, lines } = describeEvidenceStrip(picture, asked);
  const withPieces = lines.filter(({ pieces }) => pieces.length > 0);
  const links = lines.flatMap(({ pieces }) => pieces.map((piece, index) => <ClaimLink key={`${piece.id} ${String(index)}`} claim={piece.id}>{piece.label}</ClaimLink>));
  return (
    <Card
      className="span-12"
      headline={headline}
      subtitle={<>{which === undefined ? null : <>{which}{' '}</>}<StripLegend /></>}
      data={links.length === 0 ? undefined : withRowLinks(data, links)}
    >
      {withPieces.length === 0 ? <Empty>{say('None found: no material evidence bears on {count, plural, one {this risk} other {these risks}}. This is not a clean result.', { count: lines.length })}</Empty> : (
        <ChartRows
          labelShare={0.4}
          rows={withPieces.map(({ risk, pieces, unseen }) => ({
            key: risk.id,
            label: <RiskLink risk={risk.id}>{risk.label}</RiskLink>,
            value: <span>{say('{seen, number} of {count, number} seen', { seen: pieces.length - unseen, count: pieces.length })}</span>,
          }))}
          plot={<EvidenceStripChart
            rows={withPieces.map(({ pieces, decidedAt }) => ({ pieces: pieces.map(({ at, seenAt }) => ({ at, seen: seenAt !== null })), decidedAt }))}
            asOf={picture.asOf}
            label={headline}
            description={alt}
          />}
        />
      )}
    </Card>
  );
}
