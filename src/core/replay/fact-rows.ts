import { basisMark } from '#core/replay/basis.ts';
import type { FactRow, SourceRow } from '#core/replay/case-view.ts';
import { protectedPersons, type CaseFact, type CaseSource, type DocumentedCase } from '#core/replay/documented-case.ts';
import { withoutJudging, wordsFor } from '#core/replay/left-out.ts';
import { partialDate } from '#core/replay/partial-date.ts';

/** Every fact of a case in the order of its dates, undated ones last. */
export function factRows(file: DocumentedCase): readonly FactRow[] {
  const sources = new Map(file.sources.map((source) => [source.id, source]));
  const persons = protectedWords(file);
  const rows = file.facts.map((fact) => factRow(fact, sources, persons));
  return rows.sort((a, b) => order(a.from) - order(b.from) || (a.from ?? '').localeCompare(b.from ?? '') || (a.to ?? '').localeCompare(b.to ?? ''));
}

/** Words a text may use for the persons the case protects. */
export function protectedWords(file: DocumentedCase): readonly string[] {
  const kept = protectedPersons(file);
  const names = new Map([...kept].map((id) => [id, [id]]));
  for (const entry of file.entries) {
    if (entry.kind !== 'persons') continue;
    const { id, name, title, label } = entry.entity;
    names.get(id)?.push(...[name, title, label].filter((each) => each !== undefined));
  }
  return wordsFor([...names.values()].flat());
}

export function sourceRows(file: DocumentedCase): readonly SourceRow[] {
  return file.sources.map(({ id, title, publisher, date, url, verified, note }) => ({
    id, title: title ?? id, publisher: publisher ?? null, date: partialDate(date)?.words ?? date ?? null,
    url: url !== null && url !== undefined && /^https?:\/\//i.test(url) ? url : null,
    verified: verified ?? null, note: note === '' ? null : (note ?? null),
  }));
}

function factRow(fact: CaseFact, sources: ReadonlyMap<string, CaseSource>, persons: readonly string[]): FactRow {
  const date = partialDate(fact.date);
  const ids = fact.source === null || fact.source === undefined ? [] : typeof fact.source === 'string' ? [fact.source] : fact.source;
  return {
    id: fact.id,
    dateWords: date?.words ?? fact.date ?? 'No date given',
    from: date?.from ?? null,
    to: date?.to ?? null,
    ...withoutJudging(fact.text, persons),
    sources: ids.map((id, index) => ({ id, words: sourceWords(sources.get(id), id, index === 0 ? fact.page : undefined) })),
    basis: basisMark(fact.basis),
  };
}

/** A page belongs to the source a fact names first. */
function sourceWords(source: CaseSource | undefined, id: string, page: string | null | undefined): string {
  const name = source?.publisher ?? source?.title ?? id;
  const year = /^\d{4}/.exec(source?.date ?? '')?.[0];
  const pages = page === null || page === undefined || page === '' ? '' : `, p. ${page.replaceAll(/,\s*/g, ', ')}`;
  return `${name}${year === undefined ? '' : ` (${year})`}${pages}`;
}

function order(from: string | null): number {
  return from === null ? 1 : 0;
}
