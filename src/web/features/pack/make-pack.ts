import { quarterName, dayInWords } from '#core/time.ts';
import { composePackFile, isPackPage } from '#core/pack/pack-file.ts';
import type { PackNames } from '#core/pack/pack-record.ts';
import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { sendAct } from '#web/api/request.ts';
import { packText } from '#web/pack/gzip.ts';

export interface MadePack {
  fileName: string;
  content: Blob;
  /** What was put on the record. */
  sentence: string;
}

/** Seals the picture on screen and makes the file of it. Throws before anything is recorded where the page to make it from is not there. */
export async function makePack(picture: Picture, names: PackNames): Promise<MadePack> {
  const answer = await fetch('/pack/template.html');
  const template = answer.ok ? await answer.text() : '';
  if (!isPackPage(template)) {
    throw new Error('This server has no page to make packs from. Where it was started, npm run build makes one; whose-call pack --out FILE.html makes the same file.');
  }
  const asOf = picture.asOf.slice(0, 10);
  const { pack, sentence } = await sendAct('packSeal', {}, { asOf, against: picture.against.slice(0, 10), names, address: window.location.origin });
  const title = say('{organisation} - board pack {quarter}, as of {day} - Whose Call', { organisation: picture.organisation, quarter: quarterName(asOf), day: dayInWords(asOf) });
  const file = composePackFile(template, { payload: await packText(pack.record), sha256: pack.sha256, title });
  return { fileName: `board-pack-${asOf}${names === 'roles' ? '-roles' : ''}.html`, content: new Blob([file], { type: 'text/html' }), sentence };
}
