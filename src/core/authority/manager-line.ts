import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { inPost } from '#core/authority/person-in-post.ts';

/** The people above somebody, nearest first, and how the line ends. */
export interface ManagerLine {
  /** The person first, then everyone above them who is in post. */
  steps: readonly { personId: string; hops: number }[];
  end: { kind: 'top' } | { kind: 'circle' } | { kind: 'unknown-id'; id: string };
}

const lines = perIndex(() => new Map<string, ManagerLine>());

/**
 * The manager line from a person upward. An empty post on the way is passed over and counted as a step. A circle in
 * the org chart ends the walk.
 */
export function managerLine(index: RecordIndex, personId: string): ManagerLine {
  return kept(lines(index), personId, () => walk(index, personId));
}

function walk(index: RecordIndex, personId: string): ManagerLine {
  const steps: { personId: string; hops: number }[] = [];
  const walked = new Set<string>();
  let at: string | undefined = personId;
  for (let hops = 0; at !== undefined; hops += 1) {
    const stop = inPost(index, at);
    if (stop.state === 'cannot-tell') return { steps, end: { kind: 'unknown-id', id: stop.unknownId } };
    const id: string = stop.state === 'person' ? stop.personId : at;
    if (walked.has(id)) return { steps, end: { kind: 'circle' } };
    walked.add(id);
    if (stop.state === 'person') steps.push({ personId: id, hops });
    at = index.view.persons.get(id)?.managerId ?? (id === at ? undefined : index.view.persons.get(at)?.managerId);
  }
  return { steps, end: { kind: 'top' } };
}

/** The nearest person every one of these answers to, themselves included; undefined where the lines do not meet. */
export function lowestCommonManager(index: RecordIndex, personIds: readonly string[]): string | undefined {
  const [first, ...others] = personIds.map((id) => managerLine(index, id).steps.map((step) => step.personId));
  return first?.find((id) => others.every((line) => line.includes(id)));
}
