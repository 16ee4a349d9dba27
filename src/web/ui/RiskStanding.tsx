import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { StaleMark } from '#web/ui/StaleMark.tsx';

/** Under a risk's name: who decides, whether they can and have seen it, and what it costs in a year. */
export function RiskStanding({ picture, risk }: { picture: Picture; risk: RiskRow }) {
  return (
    <p className="sub">
      {risk.ownerId === null ? null : `${personIn(picture, risk.ownerId)} · `}{say(readinessWords[risk.readiness])} ·{' '}
      {risk.expectedAnnualLoss === null ? <NotMeasured>{say('No range')}</NotMeasured> : <><Said message="{money} a year {staleMark}" values={{ money: <MoneyText amount={risk.expectedAnnualLoss} />, staleMark: <StaleMark risk={risk} /> }} /></>}
    </p>
  );
}
