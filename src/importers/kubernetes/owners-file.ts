import { isWhen, type When } from '#core/time.ts';
import { handleId } from '#importers/kubernetes/handles.ts';
import { withQuotedHandles } from '#importers/kubernetes/owners-text.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { lineNumber, quoted, type PathStep } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE, type Fault } from '#importers/reading/rejection.ts';
import { parseOneYaml, type YamlDocument } from '#importers/reading/yaml.ts';
import { objectFields } from '#importers/workspace/document.ts';

/** An account or an alias as a list names it. */
export interface NamedOwner {
  id: string;
  /** A date in the comment on its line. */
  date: When | undefined;
  line: number;
}

export interface OwnersFile {
  approvers: readonly NamedOwner[];
  emeritusApprovers: readonly NamedOwner[];
  reviewerCount: number;
  labels: readonly string[];
  noParentOwners: boolean;
  /** Filters that hold for a part of the folder; their keys are regular expressions and are not run. */
  partialFilters: number;
  repaired: readonly Fault[];
  rejected: readonly Fault[];
  usesAssignees: boolean;
}

const listNames = ['approvers', 'assignees', 'reviewers', 'emeritus_approvers', 'filters', 'options', 'labels'];

/**
 * Reads the text of a Kubernetes `OWNERS` file. `assignees`, which old files have instead of
 * approvers, and the filter `.*`, which holds for everything, count as approvers.
 *
 * @throws SourceRefused as `parseYaml`, and with `schema` where the file has no list of an OWNERS file.
 */
export function parseOwners(text: string, file: string): OwnersFile {
  const handles = withQuotedHandles(text);
  const document = parseOneYaml(handles.text, file);
  const fields = objectFields(document.value);
  if (fields === undefined || !listNames.some((name) => fields.has(name))) {
    return refuse(file, { place: WHOLE_FILE, code: 'schema', reason: 'The file lists no approvers or reviewers.', remedy: 'Give an OWNERS file.' });
  }
  const rejected: Fault[] = [];
  const owners = (path: readonly PathStep[], list: unknown): NamedOwner[] => namedIn(document, path, list, rejected);
  const filters = [...(objectFields(fields.get('filters')) ?? [])];
  const everything = filters.filter(([pattern]) => pattern === '.*' || pattern === '');
  const whole = everything.map(([pattern, section]) => ({ pattern, section: objectFields(section) }));
  const fromFilters = (name: string): NamedOwner[] =>
    whole.flatMap(({ pattern, section }) => owners(['filters', pattern, name], section?.get(name)));
  return {
    approvers: [...owners(['approvers'], fields.get('approvers')), ...owners(['assignees'], fields.get('assignees')), ...fromFilters('approvers')],
    emeritusApprovers: [...owners(['emeritus_approvers'], fields.get('emeritus_approvers')), ...fromFilters('emeritus_approvers')],
    reviewerCount: owners(['reviewers'], fields.get('reviewers')).length,
    labels: asList(fields.get('labels')).filter((label) => typeof label === 'string'),
    noParentOwners: objectFields(fields.get('options'))?.get('no_parent_owners') === true,
    partialFilters: filters.length - everything.length,
    repaired: [...document.flaws.map(faultOfFlaw), ...handles.lines.map((line) => ({
      place: lineNumber(line), code: 'unquoted-handle', reason: 'An account is written with @ and without quotes, which YAML reserves.', remedy: 'Write the account without @.',
    }))],
    rejected,
    usesAssignees: fields.has('assignees'),
  };
}

function namedIn(document: YamlDocument, path: readonly PathStep[], list: unknown, rejected: Fault[]): NamedOwner[] {
  return asList(list).flatMap((name, index) => {
    const at = Array.isArray(list) ? [...path, index] : path;
    const line = document.line(at);
    const id = handleId(name);
    if (id !== undefined) return [{ id, date: dateIn(document.comment(at)), line }];
    rejected.push({ place: lineNumber(line), code: 'type', reason: `${quoted(name)} is neither an account nor an alias.`, remedy: 'Write one name on each line.' });
    return [];
  });
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function dateIn(comment: string | undefined): When | undefined {
  const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(comment ?? '')?.[0];
  return date !== undefined && isWhen(date) ? date : undefined;
}
