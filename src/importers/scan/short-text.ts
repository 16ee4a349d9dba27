import { storedText } from '#importers/reading/stored-text.ts';

const TITLE = 200;
const LOCATION = 4_096;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One line of at most 200 characters: whole sentences where they fit, else whole words and an ellipsis. */
export function titleOf(text: string): string {
  const line = storedText(text.length > 2_000 ? copyOf(text.slice(0, 2_000)) : text).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= TITLE) return line;
  const cut = line.slice(0, TITLE);
  const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '));
  if (sentence >= TITLE / 4) return copyOf(cut.slice(0, sentence + 1));
  const word = cut.lastIndexOf(' ');
  return copyOf(`${withoutHalf(cut.slice(0, word > TITLE / 2 ? word : TITLE - 1))}…`);
}

/** A place in a source tree as text: at most 4,096 characters, the cut marked. Never opened and never a link. */
export function locationText(location: string): string {
  const text = storedText(location.length > LOCATION ? location.slice(0, LOCATION) : location);
  return location.length <= LOCATION ? text : copyOf(`${withoutHalf(text.slice(0, LOCATION - 1))}…`);
}

/** A place without the version that stands in it, so that it is the same place after an update: `redis-4.0.2.dist-info`. */
export function placeWithoutVersion(place: string | undefined, version: string | undefined): string | undefined {
  return place === undefined || version === undefined ? place : place.replaceAll(version, '*');
}

/** The text in memory of its own: a part of a long text otherwise keeps all of it alive. */
function copyOf(text: string): string {
  return decoder.decode(encoder.encode(text));
}

function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
