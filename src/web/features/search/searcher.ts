import MiniSearch from 'minisearch';

/** What a search reads of a row. */
export interface Searchable {
  kind: string;
  id: string;
  name: string;
  /** Further words it is found by; never shown. */
  words?: string;
}

export interface SearcherGroup<Row extends Searchable> {
  kind: Row['kind'];
  hits: readonly Row[];
  /** True where more match than are listed. */
  more: boolean;
}

export interface Searcher<Row extends Searchable> {
  /**
   * Rows in which every word of the text begins a word; where there are none, also with a letter or two wrong.
   * By kind, the nearest kind first; at most `shown` of each.
   */
  find(text: string, shown: number): readonly SearcherGroup<Row>[];
}

/** Rows read in one go: the page draws between two of them. */
const TURN = 1_000;

/** Reads the rows once, in turns; every question after that is answered at once. */
export async function createSearcher<Row extends Searchable>(rows: readonly Row[]): Promise<Searcher<Row>> {
  const index = new MiniSearch<{ at: number; name: string; id: string; words: string }>({
    idField: 'at', fields: ['name', 'id', 'words'], processTerm: plain,
    searchOptions: { combineWith: 'AND', prefix: true, boost: { name: 3, id: 2 } },
  });
  await index.addAllAsync(rows.map(({ name, id, words = '' }, at) => ({ at, name, id, words })), { chunkSize: TURN });
  return {
    find: (text, shown) => {
      const asked = text.trim().toLowerCase();
      const spelled = index.search(asked);
      const found = (spelled.length > 0 ? spelled : index.search(asked, { fuzzy: lettersWrong })).flatMap(({ id }) => rows[Number(id)] ?? []);
      const exact = found.filter((row) => isNamed(row, asked));
      const inOrder = [...exact, ...found.filter((row) => !isNamed(row, asked))];
      return [...Map.groupBy(inOrder, ({ kind }) => kind)].map(([kind, hits]) => ({ kind, hits: hits.slice(0, shown), more: hits.length > shown }));
    },
  };
}

/** Small letters without marks, so that `garcia` finds `García`. */
function plain(term: string): string {
  return term.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** How many letters of a word may be wrong; two letters in each other’s place are two. None in short words, and none in numbers: the next id is another thing. */
function lettersWrong(term: string): number | false {
  if (term.length < 4 || /\d/.test(term)) return false;
  return term.length < 5 ? 1 : 2;
}

function isNamed({ id, name }: Searchable, asked: string): boolean {
  return id.toLowerCase() === asked || name.toLowerCase() === asked;
}
