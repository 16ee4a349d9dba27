import { inLanguage, type Language } from '#language/current.ts';
import { say } from '#language/say.ts';
import { dayOf, previousQuarterEnd, quarterName, type When } from '#core/time.ts';
import { PACK_SCHEMA, type PackNames, type PackRecord } from '#core/pack/pack-record.ts';
import { withoutHeadsUp } from '#core/picture/conditions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { rolesOnly } from '#core/picture/roles-only.ts';
import type { Pack } from '#core/record/entities.ts';
import { canonicalJson } from '#store/canonical-json.ts';
import { sha256 } from '#store/sha256.ts';
import type { PictureKeeper } from '#server/picture-keeper.ts';

export interface PackWish {
  id: string;
  now: When;
  asOf: When;
  against?: When | undefined;
  names: PackNames;
  /** The language the pictures are drawn in, and the pack is named in. */
  language: Language;
  presenterId?: string | undefined;
  address?: string | undefined;
}

export interface SealedPack {
  /** The pack as the record holds it: what was in it, up to which day, and the hash of what was sealed. */
  entity: Pack;
  /** The sealed text. */
  text: string;
  sha256: string;
}

/**
 * Takes the picture of a day, as a person of the board gets it, and seals it: one spelling (RFC 8785), one hash.
 * Adds nothing to the record; that is the caller's act.
 */
export async function sealPack(pictures: PictureKeeper, wish: PackWish): Promise<SealedPack> {
  const { id, now, asOf, names, language, presenterId, address = null } = wish;
  const against = wish.against ?? previousQuarterEnd(asOf);
  const picture = withoutHeadsUp((await pictures.pictureOf(asOf, against)).picture);
  const record: PackRecord = {
    schema: PACK_SCHEMA, id, sealedAt: now, cutoff: asOf, names, language: language.tag, address, picture: names === 'roles' ? rolesOnly(picture) : picture,
  };
  const text = canonicalJson(record);
  const hash = await sha256(text);
  return { entity: { ...contents(picture), id, label: inLanguage(language, () => say('Board pack {quarter}', { quarter: quarterName(asOf) })), at: now.slice(0, 10), cutoff: asOf, presenterId, sha256: hash }, text, sha256: hash };
}

/** A pack looks back: its cutoff is today or earlier, and what it compares with is earlier still. */
export function packDatesFault(today: When, asOf: When, against: When | undefined): string | undefined {
  if (dayOf(asOf) > dayOf(today)) return say('{asOf} is after {today}; a pack holds what is on the record.', { asOf, today });
  return against !== undefined && dayOf(against) >= dayOf(asOf) ? say('{against} is not before {asOf}.', { against, asOf }) : undefined;
}

function contents(picture: Picture): Pick<Pack, 'riskIds' | 'evidenceIds'> {
  const evidence = new Set(picture.risks.flatMap((risk) => risk.evidence.map((piece) => piece.id)));
  return { riskIds: picture.risks.map((risk) => risk.id), evidenceIds: [...evidence].sort() };
}
