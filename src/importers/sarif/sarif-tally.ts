import { count } from '#importers/reading/report-words.ts';

/** What the reader of the import report should know about a SARIF file as a whole. */
export class SarifTally {
  runs = 0;
  results = 0;
  findings = 0;
  occurrences = 0;
  nothingWrong = 0;
  suppressed = 0;
  notAccepted = 0;
  absent = 0;
  gone = 0;

  /** The lines of the report, without those that have nothing to say. */
  lines(): readonly string[] {
    const lines = [`${count(this.runs, 'run')}: ${count(this.results, 'result')}, ${count(this.findings, 'finding')}.`];
    const say = (n: number, line: string): void => {
      if (n > 0) lines.push(line);
    };
    say(this.occurrences, `${count(this.occurrences, 'result')} ${is(this.occurrences)} one more occurrence of a finding in the same run.`);
    say(this.nothingWrong, `${count(this.nothingWrong, 'result')} ${this.nothingWrong === 1 ? 'reports' : 'report'} nothing wrong and ${is(this.nothingWrong)} no finding.`);
    say(this.suppressed, `${count(this.suppressed, 'finding')} ${is(this.suppressed)} set aside in the file, by nobody it names. The findings stay; the decisions have no maker.`);
    say(this.notAccepted, `${count(this.notAccepted, 'suppression')} ${is(this.notAccepted)} under review or rejected and ${is(this.notAccepted)} no decision.`);
    say(this.gone, `${count(this.gone, 'finding')} ${is(this.gone)} gone: a full scan of the same scope no longer finds ${this.gone === 1 ? 'it' : 'them'}.`);
    const absent = this.absent - this.gone;
    say(absent, `${count(absent, 'finding')} ${is(absent)} absent from a scan that does not say it was complete. Absence is no fix.`);
    return lines;
  }
}

function is(n: number): string {
  return n === 1 ? 'is' : 'are';
}
