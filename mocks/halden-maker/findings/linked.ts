import { months } from '#mocks/halden-maker/company/releases.ts';
import { stagesOf } from '#mocks/halden-maker/company/processes.ts';
import { serviceOf } from '#mocks/halden-maker/company/services.ts';
import { codeFindingId, type CodeFinding } from '#mocks/halden-maker/findings/code-finding.ts';
import { changeScanner, codeScanner, type Rule, type Tool } from '#mocks/halden-maker/findings/rules.ts';
import { scanMonths, scanned } from '#mocks/halden-maker/findings/schedule.ts';
import { sourcePath } from '#mocks/halden-maker/findings/source-path.ts';
import { hexOf, streamOf, type Stream } from '#mocks/halden-maker/random.ts';
import { risks } from '#mocks/halden-maker/risks/plan.ts';
import type { FindSpec, RiskSpec } from '#mocks/halden-maker/risks/risk.ts';

/** A finding behind a risk, with where it got in and what is known of its use. */
export interface LinkedFinding extends CodeFinding {
  riskId: string;
  introducedStageId: string;
  /** The last stage it passed before it was found, where somebody traced that. */
  escapedStageId: string | undefined;
  /** Where people came upon it, if not where the scanner looks. */
  foundStageId: string | undefined;
  exploited: boolean | undefined;
  automatable: boolean | undefined;
}

/** Of every second finding somebody traced the way through the stages. */
const TRACED = 0.55;

/** Every finding behind a risk, in the order of the risks. */
export const linkedFindings: readonly LinkedFinding[] = risks.flatMap(behind);

/** Ids of the findings behind a risk. */
export function findingIdsOf(risk: RiskSpec): readonly string[] {
  return linkedFindings.filter((finding) => finding.riskId === risk.id).map(codeFindingId);
}

function behind(risk: RiskSpec): readonly LinkedFinding[] {
  const stream = streamOf('behind', risk.label);
  const finds = risk.finds.length > 0 ? risk.finds : guessed(risk, stream);
  return finds.flatMap((find, index) => findingOf(risk, find, index, stream) ?? []);
}

/** A risk with a weakness that a scanner knows has one to three findings on its first scanned service. */
function guessed(risk: RiskSpec, stream: Stream): readonly FindSpec[] {
  const rule = allRules().find(([, one]) => one.cwe === risk.defectClass)?.[1];
  const serviceId = risk.serviceIds.find((id) => scanned.some((service) => service.id === id));
  if (rule === undefined || serviceId === undefined) return [];
  return Array.from({ length: stream.between(1, 3) }, () => ({ serviceId, ruleId: rule.id }));
}

function allRules(): readonly (readonly [Tool, Rule])[] {
  return [codeScanner, changeScanner].flatMap((tool) => tool.rules.map((rule) => [tool, rule] as const));
}

/** Where it got in, and the last stage it passed before it was found: both on the way to where the scanner looks. */
function passage(find: FindSpec, tool: Tool, stream: Stream): Pick<LinkedFinding, 'introducedStageId' | 'escapedStageId'> {
  const stages = stagesOf(serviceOf(find.serviceId).processId);
  const before = stages.slice(0, stages.indexOf(tool === codeScanner ? 'build' : 'review') + 1);
  const introduced = stream.between(0, before.length - 1);
  const escaped = stream.between(introduced, before.length - 1);
  return {
    introducedStageId: find.introducedStageId ?? before[introduced] ?? 'build',
    escapedStageId: find.escapedStageId ?? (stream.chance(TRACED) ? before[escaped] : undefined),
  };
}

function findingOf(risk: RiskSpec, find: FindSpec, index: number, stream: Stream): LinkedFinding | undefined {
  const found = allRules().find(([, rule]) => rule.id === find.ruleId);
  if (found === undefined) throw new Error(`No rule ${find.ruleId}.`);
  const [tool, rule] = found;
  const service = serviceOf(find.serviceId);
  const reported = scanMonths(service);
  const opened = risk.openedAt.slice(0, 7);
  const first = reported.findLast((month) => (months[month] ?? '') <= opened) ?? reported[0];
  if (first === undefined) return undefined;
  const closed = risk.closedAt?.slice(0, 7);
  return {
    serviceId: service.id, tool, rule,
    path: sourcePath(stream, service, tool),
    line: stream.between(20, 300),
    fingerprint: hexOf(16, 'behind', risk.label, index),
    first,
    gone: closed === undefined ? undefined : reported.find((month) => month > first && (months[month] ?? '') >= closed),
    riskId: risk.id,
    ...passage(find, tool, stream),
    foundStageId: find.foundStageId,
    exploited: find.exploited,
    automatable: find.automatable,
  };
}
