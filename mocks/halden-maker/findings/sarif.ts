import { months } from '#mocks/halden-maker/company/releases.ts';
import { ownerOn, repositoryOf, type ServiceSpec } from '#mocks/halden-maker/company/services.ts';
import { listText } from '#mocks/halden-maker/findings/json-lines.ts';
import { scanDay, scanTime, type CodeFinding } from '#mocks/halden-maker/findings/code-finding.ts';
import { codeFindings } from '#mocks/halden-maker/findings/population.ts';
import { changeScanner, codeScanner, type Rule, type Tool } from '#mocks/halden-maker/findings/rules.ts';
import { scanMonths, scanned } from '#mocks/halden-maker/findings/schedule.ts';
import type { FileSet } from '#mocks/halden-maker/files/file-set.ts';
import { hexOf } from '#mocks/halden-maker/random.ts';

/**
 * SARIF 2.1.0 reports: one file for each team, month and stage, with a run for each repository of the
 * team that has something to say.
 */
export function sarifFiles(): FileSet {
  const files = new Map<string, string>();
  for (const [month, name] of months.entries()) {
    const runs = new Map<string, string[]>();
    for (const service of scanned.filter((one) => scanMonths(one).includes(month))) {
      const team = ownerOn(service.id, `${name}-28`) ?? 'no-owner';
      for (const [stage, tool] of [['build', codeScanner], ['review', changeScanner]] as const) {
        const run = runText(service, month, stage, tool);
        const path = `scans/${name}/${stage}/${team}.sarif`;
        if (run !== undefined) runs.set(path, [...(runs.get(path) ?? []), run]);
      }
    }
    for (const [path, texts] of runs) files.set(path, logText(texts));
  }
  return files;
}

function logText(runs: readonly string[]): string {
  return `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
${runs.join(',\n')}
  ]
}
`;
}

/** One run, or nothing where there is nothing to say: open in this month, or gone since the report before. */
function runText(service: ServiceSpec, month: number, stage: string, tool: Tool): string | undefined {
  const found = codeFindings.filter((one) => one.serviceId === service.id && one.tool === tool && listed(one, month));
  if (found.length === 0) return undefined;
  const rules = tool.rules.filter((rule) => found.some((one) => one.rule === rule));
  const day = scanDay(service.id, month);
  return `    {
      "tool": { "driver": { "name": ${JSON.stringify(tool.name)}, "semanticVersion": ${JSON.stringify(tool.version)}, "rules": ${listText(rules.map(ruleOf), 8)} } },
      "automationDetails": { "id": "${stage}/${service.id}/${day}" },
      "versionControlProvenance": [
        { "repositoryUri": "https://github.com/${repositoryOf(service) ?? service.id}", "revisionId": "${hexOf(40, 'revision', service.id, month)}", "branch": "main" }
      ],
      "invocations": [{ "executionSuccessful": true, "endTimeUtc": "${scanTime(service.id, month)}" }],
      "results": ${listText(found.map((one) => resultOf(one, month)), 8)}
    }`;
}

function listed(finding: CodeFinding, month: number): boolean {
  return finding.first <= month && (finding.gone === undefined || finding.gone >= month);
}

function ruleOf(rule: Rule): unknown {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    properties: { 'security-severity': rule.score.toFixed(1), tags: [`external/cwe/${rule.cwe.toLowerCase()}`] },
  };
}

function resultOf(finding: CodeFinding, month: number): unknown {
  const state = finding.gone === month ? 'absent' : finding.first === month ? 'new' : 'unchanged';
  return {
    ruleId: finding.rule.id,
    level: finding.rule.score >= 7 ? 'error' : finding.rule.score >= 4 ? 'warning' : 'note',
    baselineState: state,
    message: { text: finding.rule.title },
    locations: [{ physicalLocation: { artifactLocation: { uri: finding.path }, region: { startLine: finding.line } } }],
    partialFingerprints: { 'primaryLocationLineHash/v1': finding.fingerprint },
  };
}
