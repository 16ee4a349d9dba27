import { findingSightings, type FindingSighting } from '#core/release/finding-life.ts';
import { inDigits } from '#importers/reading/place.ts';
import { count, named } from '#importers/reading/report-words.ts';
import type { PeopleTally } from '#importers/matching/settle-person.ts';

/** What the reader of the import report should know about a report as a whole. */
export class ReportTally implements PeopleTally {
  rows = 0;
  findings = 0;
  occurrences = 0;
  fixed = 0;
  exploited = 0;
  decisionsWithMaker = 0;
  decisionsWithout = 0;
  /** Findings by what a later scan says of them. */
  readonly #sightings = new Map<FindingSighting, number>();
  /** Findings of other sources that a statement was about. */
  linked = 0;
  readonly collectives = new Set<string>();
  readonly unknownPeople = new Set<string>();
  readonly #passedOver = new Map<string, number>();

  sight(sighting: FindingSighting): void {
    this.#sightings.set(sighting, (this.#sightings.get(sighting) ?? 0) + 1);
  }

  /** `, 2 new, 40 seen again`; nothing where all are new. */
  #life(): string {
    if ((this.#sightings.get('new') ?? 0) === this.findings) return '';
    return findingSightings.flatMap((sighting) => {
      const n = this.#sightings.get(sighting) ?? 0;
      return n === 0 ? [] : [`, ${inDigits(n)} ${sighting}`];
    }).join('');
  }

  passOver(why: string): void {
    this.#passedOver.set(why, (this.#passedOver.get(why) ?? 0) + 1);
  }

  /** The lines of the report, without those that have nothing to say. */
  lines(): readonly string[] {
    const { rows, findings, occurrences, fixed, exploited, decisionsWithMaker, decisionsWithout, linked } = this;
    const lines = [`${count(rows, 'row')}: ${count(findings, 'finding')}${this.#life()}.`];
    const say = (n: number, line: string): void => void (n > 0 && lines.push(line));
    say(occurrences, `${count(occurrences, 'row')} ${is(occurrences)} one more place or version of a finding that is counted once.`);
    say(fixed, `${count(fixed, 'finding')} ${is(fixed)} fixed, by what the file says.`);
    say(exploited, `${count(exploited, 'finding')} ${is(exploited)} known to be exploited.`);
    say(linked, `${count(linked, 'finding')} that another source found ${is(linked)} what the file speaks of; no finding is added for ${linked === 1 ? 'it' : 'them'}.`);
    say(decisionsWithMaker, `${count(decisionsWithMaker, 'decision')} ${is(decisionsWithMaker)} recorded with the maker the file names.`);
    say(decisionsWithout, `${count(decisionsWithout, 'decision')} ${is(decisionsWithout)} recorded without a maker: the file names none. The findings stay.`);
    say(this.unknownPeople.size, `Not on the record, and kept by name: ${named(this.unknownPeople)}.`);
    say(this.collectives.size, `Added as groups or mailboxes: ${named(this.collectives)}.`);
    for (const [why, n] of this.#passedOver) lines.push(`${count(n, 'row')} ${is(n)} ${why}`);
    return lines;
  }
}

function is(n: number): string {
  return n === 1 ? 'is' : 'are';
}
