import type { When } from '#core/time.ts';
import { yesOrNo, isBlank } from '#importers/csv/cell-text.ts';
import type { RowCells } from '#importers/csv/row-cells.ts';
import type { FindingField } from '#importers/findings-csv/finding-columns.ts';
import { decisionKindOf } from '#importers/matching/decision-words.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';
import { isIdentifier } from '#importers/reading/stored-text.ts';
import { componentKey } from '#importers/scan/held-by-name.ts';
import { scoreOf, severityOfWord } from '#importers/scan/severity.ts';
import { sighting, type ReportRow, type StatedDecision } from '#importers/scan/sighting.ts';
import { cvesIn, weaknessName } from '#importers/scan/vulnerability-names.ts';

export type FindingDates = Readonly<Record<'firstSeenAt' | 'fixedAt' | 'decidedAt' | 'acceptedUntil', When | undefined>>;

/** One row of a table of findings, or why it is not taken. A row without a severity that can be read is not taken: none is guessed. */
export function findingRow(cells: RowCells<FindingField>, dates: FindingDates): ReportRow {
  const place = lineNumber(cells.row.line);
  const fault = faultOf(cells, place);
  if (fault !== undefined) return { type: 'rejected', fault };
  const known = (field: FindingField): string | undefined => (isBlank(cells.get(field)) ? undefined : cells.get(field));
  const component = known('component');
  const version = known('version');
  const location = known('location');
  const line = known('line');
  const status = (known('status') ?? '').toLowerCase();
  const service = known('service');
  const id = known('id');
  const shown = component === undefined || version === undefined || component.startsWith('pkg:') ? component : `${component}@${version}`;
  return sighting({
    place,
    identity: id === undefined ? [known('title'), shown === undefined ? undefined : componentKey(shown), location] : [id],
    names: [...cvesIn(known('cve') ?? ''), known('cve'), ...cvesIn(id ?? ''), ...cvesIn(known('title') ?? ''), id],
    title: known('title') ?? known('cve'),
    severityWord: known('severity'),
    score: scoreOf(cells.get('score')),
    component: shown,
    location: location === undefined || line === undefined ? location : `${location}:${line}`,
    weakness: weaknessName(cells.get('weakness')),
    firstSeenAt: dates.firstSeenAt,
    fixedAt: dates.fixedAt,
    exploited: yesOrNo(cells.get('exploited')) === true ? true : undefined,
    about: service === undefined ? undefined : { repositories: [service], names: [service] },
    decision: decisionOf(known, dates, status),
  });
}

function faultOf(cells: RowCells<FindingField>, place: string): Fault | undefined {
  const id = cells.get('id');
  if (id !== '' && (/^\d(\.\d+)?E\+\d+$/i.test(id) || !isIdentifier(id))) {
    return { place, code: 'id-format', reason: `${quoted(id)} is not the id it once was: a spreadsheet program may have rewritten it.`, remedy: 'Format the column as text at the source and export it again.' };
  }
  if (cells.get('title') === '' && cells.get('cve') === '') {
    return { place, code: 'title-missing', reason: 'The row does not say what was found.', remedy: 'Fill in the title.' };
  }
  const word = cells.get('severity');
  if (!cells.columns.has('severity') || severityOfWord(word) !== undefined) return undefined;
  return { place, code: 'enum', reason: `The severity ${quoted(word)} is none of the words that are known, and none is guessed.`, remedy: 'Write critical, high, medium, low, info or unknown.' };
}

const setAside: ReadonlySet<string> = new Set(['accepted', 'risk accepted', 'false positive', 'dismissed', 'suppressed', 'ignored', 'wont fix', "won't fix", 'will not fix', 'not affected', 'not_affected']);

/** Accepted, a false positive or dismissed, by a column of its own or by the status; the maker where a column names one. */
function decisionOf(known: (field: FindingField) => string | undefined, dates: FindingDates, status: string): StatedDecision | undefined {
  const said = [
    ...(yesOrNo(known('falsePositive') ?? '') === true ? ['false positive'] : []),
    ...(yesOrNo(known('accepted') ?? '') === true ? ['risk accepted'] : []),
    ...(setAside.has(status) ? [status] : []),
  ];
  if (said.length === 0) return undefined;
  return {
    word: 'set-aside',
    kind: decisionKindOf(status) ?? 'accept',
    by: known('decidedBy'),
    at: dates.decidedAt,
    why: [...new Set([...said, ...(known('rationale') === undefined ? [] : [known('rationale') ?? ''])])].join(' · '),
    expiresAt: dates.acceptedUntil,
  };
}
