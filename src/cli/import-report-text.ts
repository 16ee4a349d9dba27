import type { ImportReport } from '#contract/import-report.ts';

/** Rejected rows printed for one file; the rest are counted. `--json` gives all that were kept. */
const PRINTED_REJECTIONS = 20;

/** What became of each file, for a person: one line a file, then what was not taken and why. */
export function importReportText(reports: readonly ImportReport[]): string {
  const lines = reports.flatMap(linesOf);
  if (reports.length > 1) lines.push(totalLine(reports));
  return lines.join('\n');
}

function linesOf(report: ImportReport): string[] {
  if (report.refused) return [`${report.file}: not taken.`, ...report.rejected.map(problemLine)];
  const kind = report.format === null ? '' : ` (${report.format})`;
  const would = report.dryRun ? 'would be ' : '';
  const counts = `${report.added} ${would}added, ${report.updated} updated, ${report.unchanged} unchanged, ${rejectedOf(report)} rejected`;
  return [
    `${report.file}${kind}: ${counts}`,
    ...report.rejected.slice(0, PRINTED_REJECTIONS).map(problemLine),
    ...more(rejectedOf(report) - Math.min(report.rejected.length, PRINTED_REJECTIONS), 'rejected'),
    ...report.repaired.slice(0, PRINTED_REJECTIONS).map((each) => `  set right at ${each.place}: ${each.reason}`),
    ...more(report.repaired.length + report.moreRepaired - Math.min(report.repaired.length, PRINTED_REJECTIONS), 'set right'),
    ...report.notes.map((note) => `  ${note}`),
  ];
}

/** True when any row or file was not taken: the command then ends with exit code 1. */
export function anyRejected(reports: readonly ImportReport[]): boolean {
  return reports.some((report) => report.refused || rejectedOf(report) > 0);
}

function rejectedOf(report: ImportReport): number {
  return report.rejected.length + report.moreRejected;
}

function problemLine({ place, code, reason, remedy }: ImportReport['rejected'][number]): string {
  const where = place === 'file' ? '' : `${place}: `;
  return `  ${where}${reason} ${remedy} [${code}]`;
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`  and ${count} more ${what}`] : [];
}

function totalLine(reports: readonly ImportReport[]): string {
  const sum = (pick: (report: ImportReport) => number): number => reports.reduce((total, report) => total + pick(report), 0);
  const refused = reports.filter((report) => report.refused).length;
  return [
    `${reports.length} files: ${sum((each) => each.added)} added, ${sum((each) => each.updated)} updated`,
    `${sum((each) => each.unchanged)} unchanged, ${sum(rejectedOf)} rejected, ${refused} files not taken`,
  ].join(', ');
}
