import type { When } from '#core/time.ts';
import type { Entry, EntryKind } from '#core/record/entry.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { evaluateRecord, evaluateRisk, type RiskEvaluation } from '#core/flags/evaluate.ts';
import type { Flag, FlagId } from '#core/flags/flag.ts';
import { readRow } from '#importers/workspace/row.ts';

/**
 * Small worlds written as lines, so that a test shows the record it speaks about:
 *
 *     risk r serviceIds=[shop] ownerId=nora openedAt=2026-06-25 exposure={"low":100k,"high":400k}
 *
 * A line names a kind, an id and fields. A later line with the same kind and id changes the fields it names, `field=-`
 * takes one away, `no risk r` takes the whole entry away, and `later risk r recordedAt=...` adds a second version.
 * Lists stand in brackets, amounts may end in k or M, text with spaces stands in quotes. Rows are read by the reader of
 * the workspace format, so a world that could not be imported cannot be tested with.
 */
const kinds = {
  policy: 'policy', team: 'teams', person: 'persons', process: 'processes', service: 'services', release: 'releases',
  grant: 'grants', finding: 'findings', risk: 'risks', evidence: 'evidence', ack: 'acks', briefing: 'briefings',
  decision: 'decisions', escalation: 'escalations', step: 'steps', pack: 'packs', event: 'events',
  commonCause: 'commonCauses', option: 'options', loss: 'losses', mapping: 'mappings',
} as const satisfies Record<string, EntryKind>;

/** The day on which the small company is looked at unless a test says otherwise. */
export const TODAY: When = '2026-06-30';

/**
 * A shop with a search team, a security team and auditors. One open risk `r` on the shop, owned by its lead Nora, who
 * may decide up to 500,000 there and has seen the one piece of evidence. No flag is up.
 */
export const company = `
  team orders kind=engineering leadId=nora parentId=top
  team search kind=engineering leadId=tom parentId=top
  team shield kind=security leadId=sam parentId=top
  team audit kind=assurance leadId=eve parentId=top
  team top kind=business leadId=rita

  person rita teamId=top
  person omar teamId=top managerId=rita
  person nora teamId=orders managerId=omar
  person pia teamId=orders managerId=nora
  person tom teamId=search managerId=omar
  person sam teamId=shield managerId=rita
  person ivy teamId=shield managerId=sam
  person eve teamId=audit managerId=rita
  person desk kind=mailbox
  person crew kind=group
  person chair kind=role holderId=nora
  person gap kind=role

  service shop teamId=orders exposure=internet processId=web
  service index teamId=search exposure=internal processId=batch
  service vault teamId=shield exposure=internal

  grant g-rita granteeId=rita grantorId=ROOT from=2020-01-01 delegable=true maxExposure=1000M
  grant g-omar granteeId=omar grantorId=rita from=2021-01-01 delegable=true maxExposure=5M
  grant g-nora granteeId=nora grantorId=omar from=2022-01-01 maxExposure=500k scope={"services":["shop"]}

  risk r serviceIds=[shop] ownerId=nora openedAt=2026-06-25 dueAt=2026-07-20 urgency=U60 exposure={"low":100k,"high":400k}
  evidence e riskId=r at=2026-06-26 kind=assessment teamId=shield
  ack a evidenceId=e personId=nora at=2026-06-27 level=detail
`;

/** The entries of the small company, changed by these lines. */
export function world(...changes: readonly string[]): Entry[] {
  return entriesOfLines([company, ...changes]);
}

/** The entries of a world of its own, without the small company. */
export function worldOf(...lines: readonly string[]): Entry[] {
  return entriesOfLines(lines);
}

/** The record of the small company with changes, as of a day. */
export function viewOn(day: When, ...changes: readonly string[]): RecordView {
  return viewAsOf(world(...changes), day);
}

export function indexOn(day: When, ...changes: readonly string[]): RecordIndex {
  return indexRecord(viewOn(day, ...changes));
}

/** Every flag that is up in the changed small company on a day, none quieted. */
export function flagsOn(day: When, ...changes: readonly string[]): readonly Flag[] {
  return evaluateRecord(viewOn(day, ...changes)).flags;
}

/** The one flag of this kind that is up today; fails where there is none or more than one. */
export function flagUp(id: FlagId, ...changes: readonly string[]): Flag {
  return flagUpOn(TODAY, id, ...changes);
}

export function flagUpOn(day: When, id: FlagId, ...changes: readonly string[]): Flag {
  const all = flagsOn(day, ...changes);
  const [found, ...more] = all.filter((flag) => flag.flag === id);
  if (found === undefined) throw new Error(`${id} is not up on ${day}; up: ${all.map((flag) => flag.flag).join(' ') || 'none'}`);
  if (more.length > 0) throw new Error(`${id} is up ${more.length + 1} times on ${day}`);
  return found;
}

/** True when a flag of this kind is up on a day. */
export function isUpOn(day: When, id: FlagId, ...changes: readonly string[]): boolean {
  return flagsOn(day, ...changes).some((flag) => flag.flag === id);
}

/** True when a flag of this kind is up today. */
export function isUp(id: FlagId, ...changes: readonly string[]): boolean {
  return isUpOn(TODAY, id, ...changes);
}

/** The evaluation of one open risk of the changed small company today. */
export function riskToday(riskId: string, ...changes: readonly string[]): RiskEvaluation {
  const evaluation = evaluateRisk(indexOn(TODAY, ...changes), riskId);
  if (evaluation === undefined) throw new Error(`${riskId} is not an open risk`);
  return evaluation;
}

interface Row {
  kind: EntryKind;
  fields: Map<string, unknown>;
}

function entriesOfLines(texts: readonly string[]): Entry[] {
  const rows = new Map<string, Row>();
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim()).filter((line) => line !== '');
  for (const [number, line] of lines.entries()) {
    const [, verb, word = '', id = '', rest = ''] = /^(?:(no|later) )?(\S+) (\S+) ?(.*)$/.exec(line) ?? [];
    const kind = kindOf(word, line);
    const key = `${kind} ${id}`;
    if (verb === 'no') {
      if (!rows.delete(key)) throw new Error(`There is nothing to take away: ${line}`);
      continue;
    }
    const held = rows.get(key)?.fields ?? new Map<string, unknown>([['id', id]]);
    const fields = new Map(held);
    for (const [name, value] of fieldsOf(rest, line)) {
      if (value === undefined) fields.delete(name);
      else fields.set(name, value);
    }
    rows.set(verb === 'later' ? `${key} ${number}` : key, { kind, fields });
  }
  return [...rows.values()].map(entryOf);
}

function kindOf(word: string, line: string): EntryKind {
  for (const [name, kind] of Object.entries(kinds)) if (name === word) return kind;
  throw new Error(`No kind of entry is called ${word}: ${line}`);
}

function entryOf({ kind, fields }: Row): Entry {
  const row = Object.fromEntries(fields);
  const reading = readRow(kind, row);
  if (!reading.ok) throw new Error(`${JSON.stringify(row)}: ${reading.fault.reason}`);
  if (reading.unknownFields.length > 0) throw new Error(`${JSON.stringify(row)}: unknown ${reading.unknownFields.join(', ')}`);
  return reading.entry;
}

/** `name=value` pairs; a value is a word, a quoted text, a list or an object. */
function fieldsOf(text: string, line: string): readonly [string, unknown][] {
  const found: [string, unknown][] = [];
  let at = 0;
  while (at < text.length) {
    const match = /^(\w+)=/.exec(text.slice(at));
    if (match?.[1] === undefined) throw new Error(`Cannot read "${text.slice(at)}": ${line}`);
    at += match[0].length;
    const end = endOfValue(text, at);
    found.push([match[1], valueOf(text.slice(at, end))]);
    at = end + 1;
  }
  return found;
}

function endOfValue(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    if (character === ' ' && depth === 0) return at;
  }
  return text.length;
}

function valueOf(text: string): unknown {
  if (text === '-') return undefined;
  if (text.startsWith('{') || text.startsWith('[{') || text.startsWith('"')) return JSON.parse(withAmounts(text));
  if (text.startsWith('[')) return text.slice(1, -1).split(',').filter((item) => item !== '');
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  const amount = withAmounts(text);
  return /^-?\d+(\.\d+)?$/.test(amount) ? Number(amount) : text;
}

function withAmounts(text: string): string {
  return text.replace(/(?<![\w"-])(\d+(?:\.\d+)?)([kM])(?!\w)/g, (_, number: string, scale: string) =>
    String(Number(number) * (scale === 'k' ? 1e3 : 1e6)),
  );
}
