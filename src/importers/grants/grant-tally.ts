import { count, named } from '#importers/reading/report-words.ts';

/** What the reader of the import report should know about a table of grants as a whole. */
export class GrantTally {
  rows = 0;
  grants = 0;
  derivedIds = 0;
  repeated = 0;
  withoutLimit = 0;
  offered = 0;
  readonly unknownPeople = new Set<string>();
  readonly collectives = new Set<string>();
  readonly unknownServices = new Set<string>();
  readonly unknownTeams = new Set<string>();

  /** The lines of the report, without those that have nothing to say. */
  lines(): readonly string[] {
    const lines = [`${count(this.rows, 'row')}: ${count(this.grants, 'grant')}.`];
    const say = (n: number, line: string): void => {
      if (n > 0) lines.push(line);
    };
    const { withoutLimit, offered, repeated } = this;
    say(withoutLimit, `${count(withoutLimit, 'grant')} ${withoutLimit === 1 ? 'states' : 'state'} no limit for one loss.`);
    say(offered, `${count(offered, 'grant')} ${offered === 1 ? 'has' : 'have'} no date of acceptance and ${offered === 1 ? 'counts' : 'count'} as offered.`);
    say(this.unknownPeople.size, `Not on the record, so who is meant cannot be told: ${named(this.unknownPeople)}.`);
    say(this.collectives.size, `Read as a mailbox or a group, which cannot decide: ${named(this.collectives)}.`);
    say(this.unknownServices.size, `Services not on the record: ${named(this.unknownServices)}.`);
    say(this.unknownTeams.size, `Teams not on the record: ${named(this.unknownTeams)}.`);
    say(repeated, `${count(repeated, 'row')} ${repeated === 1 ? 'repeats' : 'repeat'} another row word for word.`);
    return lines;
  }
}
