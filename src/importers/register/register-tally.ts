import { count, named } from '#importers/reading/report-words.ts';
import type { ExposureCells } from '#importers/register/exposure-cells.ts';

/** What the reader of the import report should know about a register as a whole. */
export class RegisterTally {
  rows = 0;
  risks = 0;
  decisions = 0;
  evidence = 0;
  derivedIds = 0;
  repeated = 0;
  formulas = 0;
  withoutOwner = 0;
  withoutService = 0;
  withoutOpening = 0;
  closedWithoutDate = 0;
  decisionsWithoutMaker = 0;
  withoutRange = 0;
  oneFigure = 0;
  pert = 0;
  readonly wordLines: number[] = [];
  readonly oneEndLines: number[] = [];
  readonly unknownPeople = new Set<string>();
  readonly collectives = new Set<string>();
  readonly unknownServices = new Set<string>();
  readonly unknownFindings = new Set<string>();
  readonly unknownStatuses = new Set<string>();
  readonly unknownUrgencies = new Set<string>();
  readonly unknownDecisions = new Set<string>();
  readonly otherRisks = new Set<string>();

  money(cells: ExposureCells, line: number): void {
    if (cells.type === 'range') {
      if (cells.oneFigure) this.oneFigure += 1;
      return;
    }
    this.withoutRange += 1;
    if (cells.type === 'none' && cells.why === 'words') this.wordLines.push(line);
    if (cells.type === 'none' && cells.why === 'pert') this.pert += 1;
    if (cells.type === 'none' && cells.why === 'one-end') this.oneEndLines.push(line);
  }

  /** The lines of the report, without those that have nothing to say. */
  lines(hasRating: boolean, isScale: boolean, at: string): readonly string[] {
    const lines = [
      `${count(this.rows, 'row')}: ${count(this.risks, 'risk')}, ${count(this.decisions, 'decision')}, ${count(this.evidence, 'statement')} of evidence.`,
    ];
    const say = (n: number, line: string): void => {
      if (n > 0) lines.push(line);
    };
    if (hasRating || this.wordLines.length > 0) {
      say(this.withoutRange, `Impact words are not money; ${count(this.withoutRange, 'risk')} ${has(this.withoutRange)} no range.`);
    } else say(this.withoutRange, `${count(this.withoutRange, 'risk')} ${has(this.withoutRange)} no range.`);
    if (isScale) lines.push('Every loss is a bare number up to 10. It was read as a scale, which is not money.');
    say(this.oneEndLines.length, `One end of a range alone is no range: ${linesInWords(this.oneEndLines)}.`);
    say(this.oneFigure, `${count(this.oneFigure, 'risk')} ${this.oneFigure === 1 ? 'states' : 'state'} one figure instead of a range; both ends are that figure.`);
    say(this.pert, `${count(this.pert, 'risk')} ${this.pert === 1 ? 'states' : 'state'} a most likely value between limits (PERT); kept as stated, with an average and no range.`);
    say(this.withoutOwner, `${count(this.withoutOwner, 'risk')} ${has(this.withoutOwner)} no owner.`);
    say(this.unknownPeople.size, `Not on the record, so who is meant cannot be told: ${named(this.unknownPeople)}.`);
    say(this.collectives.size, `Read as a mailbox or a group, which cannot decide: ${named(this.collectives)}.`);
    say(this.withoutService, `${count(this.withoutService, 'risk')} ${has(this.withoutService)} no service.`);
    say(this.unknownServices.size, `Services not on the record: ${named(this.unknownServices)}.`);
    say(this.unknownFindings.size, `Findings not linked on the record yet: ${named(this.unknownFindings)}.`);
    say(this.withoutOpening, `${count(this.withoutOpening, 'risk')} ${has(this.withoutOpening)} no opening date; ${at} is taken for it.`);
    say(this.closedWithoutDate, `${count(this.closedWithoutDate, 'closed risk')} ${has(this.closedWithoutDate)} no closing date; ${at} is taken for it.`);
    say(this.decisionsWithoutMaker, `${count(this.decisionsWithoutMaker, 'decision')} ${has(this.decisionsWithoutMaker)} no named maker.`);
    say(this.unknownDecisions.size, `Words that name no decision: ${named(this.unknownDecisions)}.`);
    say(this.unknownStatuses.size, `Status words read as open: ${named(this.unknownStatuses)}.`);
    say(this.unknownUrgencies.size, `Urgencies other than U3, U14, U60 and U180 are not read: ${named(this.unknownUrgencies)}.`);
    say(this.derivedIds, `${count(this.derivedIds, 'row')} ${has(this.derivedIds)} no id; one was made from the title.`);
    say(this.repeated, `${count(this.repeated, 'row')} ${this.repeated === 1 ? 'repeats' : 'repeat'} another row word for word.`);
    say(this.otherRisks.size, `Ids that named another risk on the record before: ${named(this.otherRisks)}.`);
    say(this.formulas, `${count(this.formulas, 'cell')} ${this.formulas === 1 ? 'looks' : 'look'} like a spreadsheet formula and ${this.formulas === 1 ? 'is' : 'are'} kept as text.`);
    return lines;
  }
}

function linesInWords(lines: readonly number[]): string {
  return `${lines.length === 1 ? 'line' : 'lines'} ${named(lines.map(String))}`;
}

function has(n: number): string {
  return n === 1 ? 'has' : 'have';
}
