import type { When } from '#core/time.ts';
import { isWhen } from '#core/time.ts';
import { indexOf, listOf, numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { locationText } from '#importers/scan/short-text.ts';
import { ruleReferenceOf, type RuleReference } from '#importers/sarif/sarif-rules.ts';

/**
 * What is kept of a result (SARIF 2.1.0, 3.27) until its run was read to the end: rules, service and time of the
 * scan may come after the results. Snippets, requests, data flows and unread properties are never kept.
 */
export interface SarifResult {
  index: number;
  rule: RuleReference;
  kind: string | undefined;
  level: string | undefined;
  rank: number | undefined;
  securitySeverity: unknown;
  severityProperty: string | undefined;
  message: SarifMessage;
  location: SarifLocation;
  component: string | undefined;
  fingerprint: SarifFingerprint | undefined;
  suppressions: readonly SarifSuppression[];
  isAbsent: boolean;
  /** The tool says that an earlier scan did not have it. */
  isNew: boolean;
  firstDetectedAt: When | undefined;
  flowSteps: number;
  namesOwner: boolean;
}

export interface SarifMessage {
  text: string | undefined;
  id: string | undefined;
  arguments: readonly string[];
}

export interface SarifLocation {
  uri: string | undefined;
  artifact: number | undefined;
  line: number | undefined;
  endLine: number | undefined;
  logical: string | undefined;
}

/** `whole` identifies a result by itself; `line` identifies a line of a file, so the file belongs to it. */
interface SarifFingerprint {
  scope: 'whole' | 'line';
  value: string;
}

interface SarifSuppression {
  isAccepted: boolean;
  status: string;
  justification: string | undefined;
}

/** Longest message kept; titles are cut shorter, identities are made from this. */
const MESSAGE = 1_000;

/** Reads one result. */
export function resultOf(value: LooseObject, index: number): SarifResult {
  const properties = objectOf(value['properties']);
  const at = textOf(objectOf(value['provenance'])?.['firstDetectionTimeUtc']);
  return {
    index,
    rule: ruleReferenceOf(value),
    kind: textOf(value['kind']),
    level: levelOf(value['level']),
    rank: numberOf(value['rank']),
    securitySeverity: properties?.['security-severity'],
    severityProperty: textOf(properties?.['severity']),
    message: messageOf(value['message']),
    location: locationOf(value),
    component: textOf(properties?.['purl'] ?? properties?.['packageUrl'] ?? properties?.['package_url']),
    fingerprint: fingerprintOf(value),
    suppressions: objectsOf(value['suppressions']).map(suppressionOf),
    isAbsent: value['baselineState'] === 'absent',
    isNew: value['baselineState'] === 'new',
    firstDetectedAt: at !== undefined && isWhen(at) ? at : undefined,
    flowSteps: flowStepsOf(value['codeFlows']),
    namesOwner: properties?.['owner'] !== undefined || properties?.['assignee'] !== undefined,
  };
}

/** A level that is no text is kept as it is written, so that it is named and not taken for an absent one. */
function levelOf(value: unknown): string | undefined {
  return typeof value === 'string' || value === undefined || value === null ? textOf(value) : JSON.stringify(value).slice(0, 60);
}

function messageOf(value: unknown): SarifMessage {
  const message = objectOf(value);
  const text = textOf(message?.['text']);
  return {
    text: text !== undefined && text.length > MESSAGE ? text.slice(0, MESSAGE) : text,
    id: textOf(message?.['id']),
    arguments: listOf(message?.['arguments']).slice(0, 50).map((argument) => (textOf(argument) ?? '').slice(0, MESSAGE)),
  };
}

function locationOf(result: LooseObject): SarifLocation {
  const location = objectsOf(result['locations'])[0];
  const physical = objectOf(location?.['physicalLocation']);
  const artifact = objectOf(physical?.['artifactLocation']) ?? objectOf(result['analysisTarget']);
  const logical = objectsOf(location?.['logicalLocations'])[0] ?? objectOf(location?.['logicalLocation']);
  const uri = textOf(artifact?.['uri']);
  return {
    uri: uri === undefined ? undefined : locationText(uri),
    artifact: indexOf(artifact?.['index']),
    line: indexOf(objectOf(physical?.['region'])?.['startLine']),
    endLine: indexOf(objectOf(physical?.['region'])?.['endLine']),
    logical: textOf(logical?.['fullyQualifiedName']) ?? textOf(logical?.['name']),
  };
}

/** `fingerprints` first, then the hash of the primary location's line, then the other partial ones (3.27.16 and 17). */
function fingerprintOf(result: LooseObject): SarifFingerprint | undefined {
  const whole = fingerprintIn(result['fingerprints']);
  if (whole !== undefined) return { scope: 'whole', value: whole };
  const partial = objectOf(result['partialFingerprints']);
  const lineKey = Object.keys(partial ?? {}).sort().findLast((key) => /^primaryLocationLineHash(\/v\d+)?$/.test(key));
  const line = lineKey === undefined ? fingerprintIn(partial) : textOf(partial?.[lineKey]);
  return line === undefined ? undefined : { scope: 'line', value: line };
}

/** All values of a set of fingerprints, the names in order. Scanners that want a login write words in place of a hash. */
function fingerprintIn(value: unknown): string | undefined {
  const pairs = Object.entries(objectOf(value) ?? {})
    .flatMap(([name, text]) => (textOf(text) !== undefined && !/\s/.test(String(text)) ? [`${name}=${String(text)}`] : []))
    .sort();
  return pairs.length === 0 ? undefined : pairs.join('\n');
}

/** Accepted where the status says so or is absent (3.35.3); `state` is what drafts called it. */
function suppressionOf(suppression: LooseObject): SarifSuppression {
  const status = textOf(suppression['status']) ?? textOf(suppression['state']) ?? 'accepted';
  return { isAccepted: status === 'accepted', status, justification: textOf(suppression['justification']) };
}

function flowStepsOf(codeFlows: unknown): number {
  let steps = 0;
  for (const flow of objectsOf(codeFlows)) {
    for (const thread of objectsOf(flow['threadFlows'])) steps += listOf(thread['locations']).length;
  }
  return steps;
}
