import type { Service } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import type { Importer, ImportContext, ImportItem, Source } from '#importers/importer.ts';
import { ownersOfRoot, parseCodeOwners, type CodeOwners } from '#importers/codeowners/code-owners.ts';
import { newServiceInWords, serviceOfFile } from '#importers/matching/file-service.ts';
import { slug } from '#importers/matching/plain-name.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { limits } from '#importers/reading/limits.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { note, rejected } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';

/**
 * `CODEOWNERS`: gives a service its owning team where the record has none, and nothing else. Reviewing
 * is required of an owner; accepting a risk is not in it, so no authority comes from this file.
 */
export const codeOwnersImporter: Importer = {
  format: 'codeowners',
  title: 'CODEOWNERS',
  specification: 'https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners',

  detects: (start, name) => /(^|[/.])CODEOWNERS$/.test(name) && !/^\s*[{<]/.test(start),

  async *read(source, context) {
    yield* readCodeOwners(source, context);
  },
};

async function* readCodeOwners(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = parseCodeOwners(await readText(source, limits.lineFileBytes));
  const { service, isNew, partOf } = serviceOfFile(source.name, context);
  const root = ownersOfRoot(file);
  const teams = root.flatMap((owner) => teamOf(owner, context.view) ?? []);
  const owned = withTeam(service, teams[0]);
  if (isNew || owned !== service) {
    const line = file.rules.find((rule) => rule.owners === root || rule.owners.some((owner) => root.includes(owner)))?.line ?? 1;
    yield { type: 'entry', entry: { kind: 'services', entity: owned, stamp: stampOf(context, source.name, 'documented') }, place: lineNumber(line) };
  }
  if (isNew) yield note(newServiceInWords(owned, partOf));
  for (const fault of file.rejected) yield rejected(source.name, fault);
  const [named] = teams;
  if (named !== undefined && service.teamId !== undefined && service.teamId !== named) {
    const text = `It names ${quoted(named)} as owner; the record holds ${quoted(service.teamId)}, which stays.`;
    yield { type: 'note', text, claim: { serviceId: service.id, teamId: named } };
  }
  for (const text of remarks(file, root, teams)) yield note(text);
}

/** `@org/payments` is the team `payments`, by its id or its name. */
function teamOf(owner: string, view: RecordView): string | undefined {
  const name = /^@[\w.-]+\/(.+)$/.exec(owner)?.[1]?.split('/').at(-1)?.toLowerCase();
  if (name === undefined) return undefined;
  if (view.teams.has(name)) return name;
  return [...view.teams.values()].find((team) => slug(team.id) === slug(name) || (team.name !== undefined && slug(team.name) === slug(name)))?.id;
}

function withTeam(service: Service, teamId: string | undefined): Service {
  return teamId === undefined || service.teamId !== undefined ? service : { ...service, teamId };
}

function* remarks(file: CodeOwners, root: readonly string[], teams: readonly string[]): Generator<string, void, undefined> {
  const [first, ...others] = teams;
  if (root.length === 0) yield 'No rule covers the whole repository, so it says no owning team of the service.';
  else if (first === undefined) yield `Its owners ${root.map(quoted).join(', ')} are no team on the record.`;
  if (others.length > 0) yield `Of several owning teams the first, ${quoted(first)}, fixes what is found.`;
  if (file.sections.length > 0) yield `Its ${file.sections.length} GitLab sections were read; how many approvals each asks for was not.`;
  yield `${file.rules.length} rules by path; code owners review, which gives no authority to accept a risk.`;
}
