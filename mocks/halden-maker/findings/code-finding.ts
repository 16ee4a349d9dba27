import { createHash } from 'node:crypto';
import { months } from '#mocks/halden-maker/company/releases.ts';
import { ownerOn } from '#mocks/halden-maker/company/services.ts';
import type { Rule, Tool } from '#mocks/halden-maker/findings/rules.ts';
import { streamOf } from '#mocks/halden-maker/random.ts';

/** A place in the source that a scanner points at, from the month it is first seen to the month it is gone. */
export interface CodeFinding {
  serviceId: string;
  tool: Tool;
  rule: Rule;
  path: string;
  line: number;
  fingerprint: string;
  /** Index into `months`. */
  first: number;
  /** Index of the first report without it; absent while it is open. */
  gone: number | undefined;
}

/** Day in a month on which the scanners run. */
export function scanDay(serviceId: string, month: number): string {
  const day = streamOf('scan day', serviceId, month).between(3, month === months.length - 1 ? 12 : 25);
  return `${months[month] ?? ''}-${String(day).padStart(2, '0')}`;
}

/** The moment a scan of the source ended. */
export function scanTime(serviceId: string, month: number): string {
  return `${scanDay(serviceId, month)}T04:${streamOf('minute', serviceId, month).between(10, 59)}:00Z`;
}

/** Team that owned a service in a month. */
export function ownerIn(serviceId: string, month: number): string | undefined {
  return ownerOn(serviceId, `${months[month] ?? ''}-28`);
}

/** The id under which the SARIF importer keeps a finding with a fingerprint of its line; a test holds the two together. */
export function codeFindingId({ serviceId, tool, rule, path, fingerprint }: CodeFinding): string {
  const hash = createHash('sha256').update(['line', rule.id, path, fingerprint].join('\n')).digest('hex');
  return `${serviceId}:${tool.name.toLowerCase()}:${hash.slice(0, 16)}`;
}
