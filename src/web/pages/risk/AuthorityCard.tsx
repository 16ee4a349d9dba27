import { say } from '#language/say.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { AuthorityBullet } from '#web/charts/authority-bullet/AuthorityBullet.tsx';
import { describeAuthorityBullet } from '#web/charts/authority-bullet/describe.ts';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import { PersonLink } from '#web/ui/PersonLink.tsx';
import { Empty } from '#web/ui/states.tsx';

/** Authority against the size of the risk: who may decide how much, beside the range of one loss. */
export function AuthorityCard({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const words = describeAuthorityBullet(picture, risk);
  const names = namesOf(picture);
  const data: DataRows = {
    caption: say('Who may decide {risk}, and how much', { risk: risk.label }),
    columns: [{ label: say('Person') }, { label: say('May decide') }, { label: say('Reaches') }, { label: say('Pieces not seen'), numeric: true }, { label: say('Why') }],
    rows: words.rows.map((row) => [
      { value: names.personName(row.personId), shown: <PersonLink id={row.personId} /> },
      { value: row.limit }, { value: row.reaches === null ? say('cannot tell') : row.reaches ? 'yes' : 'no' }, { value: row.unseen }, { value: row.why },
    ]),
    file: `authority-${risk.id}`,
  };
  return (
    <Card headline={words.headline} subtitle={<>{say('Authority against the size of the risk. {subtitle}', { subtitle: words.subtitle })}</>} data={words.rows.length === 0 ? undefined : data}>
      {words.rows.length === 0
        ? <Empty>{risk.lowest.sentence}</Empty>
        : <AuthorityBullet words={words} />}
      {words.notDrawn === 0 ? null : <p className="sub">{say('{notDrawn, number} more in the data below.', { notDrawn: words.notDrawn })}</p>}
    </Card>
  );
}
