import { withBeside } from '#core/replay/beside.ts';
import type { CaseView } from '#core/replay/case-view.ts';
import { drawCase } from '#core/replay/draw-case.ts';
import { SourceRefused, type Rejection } from '#importers/importer.ts';
import { readCase } from '#importers/workspace/case-file.ts';
import type { CaseFiles, TextFile } from '#server/ports.ts';

export interface KeptCase {
  view: CaseView;
  /** Name of its file. */
  file: string;
  /** Rows of its record that were not taken. */
  troubles: readonly Rejection[];
}

export interface KeptCases {
  cases: readonly KeptCase[];
  /** Files that are no case at all, each with its place and remedy; the other files stay. */
  troubles: readonly Rejection[];
}

export interface CaseKeeper {
  /** Every case, drawn once for its text; a file that changed is drawn again. */
  all(): Promise<KeptCases>;
}

type Drawn = KeptCase | { trouble: Rejection };

/** Milliseconds a drawing may keep others waiting before it gives way. */
const GIVE_WAY_AFTER = 20;

/** Reads and replays the documented cases, giving way to other requests while it does. */
export function createCaseKeeper(caseFiles: CaseFiles): CaseKeeper {
  let kept = new Map<string, Promise<Drawn>>();
  return {
    async all() {
      const files = await caseFiles();
      const now = new Map(files.map((file) => [keyOf(file), kept.get(keyOf(file)) ?? draw(file)]));
      kept = now;
      return inOrder(await Promise.all(now.values()));
    },
  };
}

function keyOf({ name, text }: TextFile): string {
  return `${name}\n${text}`;
}

async function draw({ name, text }: TextFile): Promise<Drawn> {
  try {
    const file = readCase(text, name);
    const drawing = drawCase(file);
    let started = performance.now();
    let step = drawing.next();
    while (step.done !== true) {
      if (performance.now() - started > GIVE_WAY_AFTER) {
        await new Promise((resume) => setTimeout(resume, 0));
        started = performance.now();
      }
      step = drawing.next();
    }
    return { view: step.value, file: name, troubles: file.reading.rejected };
  } catch (error) {
    if (error instanceof SourceRefused) return { trouble: error.rejection };
    throw error;
  }
}

/** Of two files with one id the first by name stands; the other says so. */
function inOrder(drawn: readonly Drawn[]): KeptCases {
  const cases = new Map<string, KeptCase>();
  const troubles: Rejection[] = [];
  for (const each of drawn) {
    if ('trouble' in each) {
      troubles.push(each.trouble);
      continue;
    }
    const held = cases.get(each.view.id);
    if (held === undefined) cases.set(each.view.id, each);
    else troubles.push({ file: each.file, place: 'id', code: 'duplicate-id', reason: `The id "${each.view.id}" is taken by ${held.file}.`, remedy: 'Give the case another id.' });
  }
  const views = withBeside([...cases.values()].map(({ view }) => view));
  return { cases: [...cases.values()].map((one, index) => ({ ...one, view: views[index] ?? one.view })), troubles };
}
