/**
 * Words the product does not say: they judge somebody, or stand in for a number. Where a word has a plain technical
 * meaning as well, only the judging use is listed.
 */
const forbidden: readonly RegExp[] = [
  /\bfail(ed|s|ing|ure)? to (act|decide|respond|report|patch|fix|tell|forward|notice|see|read)\b/, /\bneglect\w*/, /\bignor(ed|es|ance|ant)\b/, /\bmissed\b/,
  /\bshould have\b/, /\bought to\b/, /\bblam(e|ed|es|ing)\b/, /\b(at|whose|their|your|his|her|my|our) fault\b|\bfault of\b/, /\bguilt(y)?\b/, /\bculprits?\b/,
  /\broot cause: (?!\{)\w/, /\bviolat(ion|ions|ed|es|ing)\b/, /\bbreach(es|ed)? of (the |a )?(policy|duty|rules?|trust|contract)\b/, /\bnon-complian(t|ce)\b/,
  /\bneglig(ent|ence|ently)\b/, /\bcareless\w*/, /\bincompeten(t|ce)\b/, /\breckless\w*/, /\bresponsible for the breach\b/, /\baccountable\b/,
  /\bunauthori[sz]ed\b/, /\bconceal\w*/, /\bhid(den)? (from|by)\b/, /\bwithheld\b/, /\bsuppressed\b/, /\brubber[- ]stamp\w*/, /\bscapegoat\w*/, /\bvictims?\b/,
  /\bdumped on\b/, /\bowners? (is |are |was |were )?absent\b/, /\basleep\b/, /\bunaware\b/, /\boverdue\b/,
  /\b(red|amber|green)\b/, /\btraffic lights?\b/, /\bgrad(e|es|ed) of\b/, /\bscore of (a |the )?(person|owner|people)\b/,
  /\b(high|medium|low)[- ]risk\b/, /\bposture\b/, /\bmaturity\b/,
];

/** What a text says that it should not, in lower case. */
export function forbiddenIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return forbidden.flatMap((pattern) => pattern.exec(lower)?.[0] ?? []);
}

const LACK = /^(?:lacks?\b|did not\b|does not\b|do not\b|doesn't\b|didn't\b|cannot\b|can't\b|could not\b|failed\b|never\b|ha(?:s|d|ve) no\b|ha(?:s|d|ve) not (?!been (?:shown|told|asked|given)\b)|is not\b|was not\b|holds? nothing\b|forgot\b|without\b)/;

/**
 * A person named as the subject of a lack: a name at the start of a sentence, and at once what they do not do or have.
 * What has not been shown to somebody is a lack of the showing, and may be said of them in the passive.
 */
export function personLacking(text: string, names: readonly string[]): readonly string[] {
  return text.split(/(?<=[.;:!?])\s+/).filter((sentence) =>
    names.some((name) => sentence.startsWith(`${name} `) && LACK.test(sentence.slice(name.length + 1))),
  );
}

/** The same in German: words of blame, colours and grades that stand for a number. `Schuldner` and `hochladen` are no such words. */
const forbiddenInGerman: readonly RegExp[] = [
  /\bversag(en|t|te|ten)\b/, /\bversäum\w*/, /\bignorier\w*/, /\bschuld(ig|ige[rnms]?|haft)?\b/, /\bvernachlässig\w*/, /\bfahrlässig\w*/, /\bverstoß\w*/, /\bverstöß\w*/,
  /\bunbefugt\w*/, /\bunterlassen\w*/, /\bverschwieg\w*/, /\bverheimlich\w*/, /\binkompeten\w*/, /\bunfähig\w*/, /\bverpass(t|en|te)\b/, /(?<!\p{L})übersehen(?!\p{L})/u, /\bpflichtverletz\w*/,
  /\bhätten? .{0,40}(müssen|sollen)\b/, /(?<!\p{L})überfällig/u, /\bsündenb\w*/, /\bopfer\b/,
  /\b(rot|gelb|grün)(e|er|es|en|em)?\b/, /\bampel\w*/, /\b(hohe|mittlere|niedrige|geringe)(s|r|n|m)? risik(o|en)\b/, /\brisiko (hoch|mittel|niedrig|gering)\b/, /\breifegrad\w*/,
];

/** What a German text says that it should not, in lower case. */
export function forbiddenInGermanText(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return forbiddenInGerman.flatMap((pattern) => pattern.exec(lower)?.[0] ?? []);
}
