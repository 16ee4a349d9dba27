import { previousQuarterEnd, type When } from '#core/time.ts';
import { inLanguage, type Language } from '#language/current.ts';
import type { RecordView } from '#core/record/view.ts';
import { drawPicture } from '#core/picture/draw-picture.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { Store } from '#store/store.ts';
import { settingNames } from '#server/context.ts';
import { earlierEntries } from '#server/earlier-entries.ts';
import { reachView, recordView } from '#server/record-view.ts';

interface KeptPicture {
  picture: Picture;
  view: RecordView;
  /** The picture as it is sent. */
  text: string;
  etag: string;
}

/** The pictures of a record in a language. */
export type PictureKeeperIn = (language: Language) => PictureKeeper;

/** Draws the picture once for every version of the record, language and pair of dates. */
export interface PictureKeeper {
  /** `against` defaults to the end of the quarter before `asOf`. */
  pictureOf(asOf: When, against?: When): Promise<KeptPicture>;
}

/** Pictures kept at most: the two or three dates that readers stand on, and a few back and forth. */
const KEPT = 12;

export function createPictureKeeper(store: Store): PictureKeeperIn {
  const kept = new Map<string, Promise<KeptPicture>>();
  return (language) => ({
    async pictureOf(asOf, against = previousQuarterEnd(asOf)) {
      const version = await store.version();
      const key = `${language.tag}/${version}/${asOf}/${against}`;
      const held = kept.get(key);
      if (held !== undefined) return held;
      const drawn = draw(store, language, version, asOf, against);
      kept.set(key, drawn);
      // A picture that could not be drawn is drawn anew when it is asked for again.
      drawn.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return drawn;
    },
  });
}

async function draw(store: Store, language: Language, recordVersion: number, asOf: When, against: When): Promise<KeptPicture> {
  const entries = await store.entries(asOf);
  const view = await recordView(store, entries, asOf);
  // Of the earlier date only the risks are drawn, whose states rest on the findings that reach them.
  const previousView = await reachView(store, earlierEntries(entries, against), against);
  const parts = {
    view,
    previousView,
    findingCells: await store.findingCells(asOf),
    previousFindingCells: await store.findingCells(against),
    recordVersion,
    organisation: await store.setting(settingNames.organisation),
    sample: (await store.setting(settingNames.sample)) !== undefined,
  };
  const picture = inLanguage(language, () => drawPicture(parts));
  const text = JSON.stringify(picture);
  return { picture, view, text, etag: `"${await digest(text)}"` };
}

/** First 128 bits of the SHA-256 of a text: the same picture has the same ETag on every server. */
async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
