import { mappingListSchema, mappingPreviewSchema, type AskedMapping, type MappingList, type MappingPreview } from '#contract/mapping.ts';
import { actResponse } from '#contract/act.ts';
import { familyIds, familyName } from '#core/mapping/family-names.ts';
import { problemSchema } from '#contract/problem.ts';
import { say } from '#language/say.ts';
import { CallRefused, type Command, type ExitCode, type Terminal } from '#cli/command.ts';
import { readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { createApp } from '#server/app.ts';
import { localIdentity } from '#server/ports.ts';

const HOST = '127.0.0.1';

export const mapCommand: Command = {
  name: 'map',
  usage:
    'map (--derive | --risk ID | --list | --undo ID) [--service ID] [--team ID] [--family F] [--weakness CWE] [--rule NAME] [--tool NAME] [--finding ID]... [--by PERSON] [--reason TEXT] [--dry-run] [--json] [--data DIR | --database URL]',
  summary: 'maps open findings to risks: by name, by a rule, or into derived risks; says how many and which before it records',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      derive: { type: 'boolean' }, risk: { type: 'string' }, list: { type: 'boolean' }, undo: { type: 'string' },
      service: { type: 'string' }, team: { type: 'string' }, family: { type: 'string' }, weakness: { type: 'string' }, rule: { type: 'string' }, tool: { type: 'string' },
      finding: { type: 'string', multiple: true }, by: { type: 'string' }, reason: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' },
    });
    if (positionals.length > 0) throw new CallRefused(say('map takes no file; name what to map by its options.'));
    const { derive, risk, list, undo } = values;
    if ([derive, risk, list, undo].filter((one) => one !== undefined).length !== 1) throw new CallRefused(say('map takes one of --derive, --risk, --list and --undo.'));
    const asked = askedOf(values);
    const asJson = values.json === true;
    return withStore<ExitCode>(storeLocation(values, terminal), terminal, async ({ store }) => {
      const app = createApp({
        store, clock: { now: () => `${terminal.today()}${new Date().toISOString().slice(10)}` }, identity: localIdentity,
        log: ({ message }) => { terminal.say(message); }, allowedHosts: [HOST], checkResponses: false,
      });
      const ask = (path: string, body?: unknown) => askApp(app, path, body);
      if (list === true) {
        const answer = mappingListSchema.parse(await ask('/api/v1/mappings'));
        terminal.print(asJson ? JSON.stringify(answer, undefined, 2) : listText(answer));
        return 0;
      }
      if (undo !== undefined) {
        const answer = actResponse.parse(await ask(`/api/v1/mappings/${encodeURIComponent(undo)}/withdrawal`, {}));
        terminal.print(asJson ? JSON.stringify(answer, undefined, 2) : answer.sentence);
        return 0;
      }
      const preview = mappingPreviewSchema.parse(await ask('/api/v1/mappings/preview', { mapping: asked }));
      if (values['dry-run'] === true) {
        terminal.print(asJson ? JSON.stringify(preview, undefined, 2) : previewText(preview));
        return 0;
      }
      if (!asJson) sayAll(terminal, previewText(preview));
      const answer = actResponse.parse(await ask('/api/v1/mappings', { mapping: asked, recordVersion: preview.recordVersion }));
      terminal.print(asJson ? JSON.stringify(answer, undefined, 2) : answer.sentence);
      return 0;
    });
  },
};

interface Values {
  derive?: boolean | undefined;
  risk?: string | undefined;
  service?: string | undefined;
  team?: string | undefined;
  family?: string | undefined;
  weakness?: string | undefined;
  rule?: string | undefined;
  tool?: string | undefined;
  finding?: readonly string[] | undefined;
  by?: string | undefined;
  reason?: string | undefined;
}

/** With findings by id: a link. With a risk: a rule. Else derived risks over what the place and the family name. */
function askedOf(values: Values): AskedMapping | undefined {
  const { derive, risk, service, team, weakness, rule, tool, finding, by: madeById, reason } = values;
  const family = familyOption(values.family);
  if (finding !== undefined && risk !== undefined) return { way: 'link', riskId: risk, findings: { kind: 'ids', ids: [...finding] }, madeById, reason };
  const conditions = { serviceIds: service, teamIds: team, families: family, weaknesses: weakness, ruleIds: rule, tools: tool };
  if (risk !== undefined) {
    const match = Object.fromEntries(Object.entries(conditions).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])));
    if (Object.keys(match).length === 0) throw new CallRefused(say('A rule needs at least one of --service, --team, --family, --weakness, --rule and --tool.'));
    return { way: 'rule', riskId: risk, match, madeById, reason };
  }
  if (derive !== true) return undefined;
  if ([weakness, rule, tool].some((one) => one !== undefined)) throw new CallRefused(say('Derived risks are by service and family: --derive takes --service, --team and --family.'));
  if (finding !== undefined) return { way: 'derive', findings: { kind: 'ids', ids: [...finding] }, madeById, reason };
  const query = new URLSearchParams({ reach: 'unmapped', ...(service === undefined ? {} : { service }), ...(team === undefined ? {} : { team }), ...(family === undefined ? {} : { family }) });
  return { way: 'derive', findings: { kind: 'query', query: query.toString() }, madeById, reason };
}

/** A family by its number or its name. */
function familyOption(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const found = familyIds.find((id) => id === given || familyName(id).toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  throw new CallRefused(say('--family takes one of {families}; "{given}" is none of them.', { families: familyIds.map((id) => `${id} (${familyName(id)})`).join(', '), given }));
}

function previewText({ sentence, risks, first, withoutBefore, withoutAfter }: MappingPreview): string {
  return [
    sentence,
    ...risks.map(({ label, findings, proposed }) => proposed === null
      ? say('  {label}: {findings, number}', { label, findings })
      : say('  {label}: {findings, number}, {person} proposed, not yet accepted', { label, findings, person: proposed.name })),
    say('Among them: {names}.', { names: first.map(({ title, service }) => `${title} (${service})`).join(', ') }),
    say('Open findings without a risk: {before, number} today, {after, number} with it.', { before: withoutBefore, after: withoutAfter }),
  ].join('\n');
}

function listText({ mappings, unmapped }: MappingList): string {
  const without = unmapped.reduce((sum, { count }) => sum + count, 0);
  return [
    ...mappings.map(({ id, takes, findings, withdrawnAt }) => withdrawnAt === null
      ? say('{id}: {takes}; {findings, plural, one {# open finding} other {# open findings}}', { id, takes, findings })
      : say('{id}: {takes}; taken back on {day}', { id, takes, day: withdrawnAt.slice(0, 10) })),
    say('{count, plural, one {# open finding reaches no risk} other {# open findings reach no risk}}', { count: without }),
  ].join('\n');
}

function sayAll(terminal: Terminal, text: string): void {
  for (const line of text.split('\n')) terminal.say(line);
}

/** Asks the same server code that the pages ask. Throws what it refuses, with what to do about it. */
async function askApp(app: (request: Request) => Promise<Response>, path: string, body?: unknown): Promise<unknown> {
  const response = await app(new Request(`http://${HOST}${path}`, body === undefined ? {} : {
    method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Whose-Call': '1' },
  }));
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const { detail, remedy } = problemSchema.parse(answer);
  throw new Error(`${detail} ${remedy}`);
}
