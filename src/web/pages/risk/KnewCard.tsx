import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { describeKnowledgeTimeline } from '#web/charts/knowledge-timeline/describe.ts';
import { KnowledgeTimeline } from '#web/charts/knowledge-timeline/KnowledgeTimeline.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Who knew when: what reached whom on which day, and how long it took to reach the decision owner. */
export function KnewCard({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const words = describeKnowledgeTimeline(picture, risk);
  const data: DataRows = {
    caption: say('Who knew what about {risk}, and when', { risk: risk.label }),
    columns: [{ label: say('Date') }, { label: say('Who') }, { label: say('What') }, { label: say('Evidence') }, { label: say('Counts as knowing') }],
    rows: words.rows.map((row) => [
      { value: row.at.slice(0, 10), shown: dayInWords(row.at) },
      { value: row.who, shown: row.personId === null ? row.who : <PersonLink id={row.personId} /> },
      { value: row.what },
      { value: row.pieces.join('; ') },
      { value: row.counts === null ? '' : row.counts ? 'yes' : 'no' },
    ]),
    file: `who-knew-${risk.id}`,
  };
  return (
    <Card className="span-12" headline={words.headline} subtitle={<>{say('Who knew when. {subtitle}', { subtitle: words.subtitle })}</>} data={words.rows.length === 0 ? undefined : data}>
      {words.series.lanes.length === 0
        ? <Empty>{say('Nobody is on the record as having seen or produced evidence for this risk.')}</Empty>
        : <KnowledgeTimeline words={words} />}
    </Card>
  );
}
