import { beginsAs, either, has, says } from '#importers/detection/outline-test.ts';
import { statementIn } from '#importers/provenance/statement.ts';
import { objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { releaseImporter, type ReleaseRow } from '#importers/scan/release-importer.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/**
 * in-toto statements with SLSA provenance, bare, in a DSSE envelope or in a Sigstore bundle: a build that ended is a
 * release of the repository it was built from. The signature is not verified, and the release says so.
 */
export const provenanceImporter = releaseImporter({
  format: 'provenance',
  title: 'in-toto attestations and SLSA provenance',
  specification: 'in-toto Statement 0.1 and 1, SLSA provenance 0.1, 0.2 and 1',
  detects: (start) => beginsAs(start, either(
    says('_type', /in-toto/), has('predicateType'), has('payloadType', 'payload'), says('mediaType', /sigstore/), says('[]._type', /in-toto/), has('[].payloadType', '[].payload'),
  )),
  read: readStatement,
});

function readStatement(value: unknown): ReleaseRow {
  const found = statementIn(value);
  if ('reason' in found) return { type: 'rejected', ...found };
  const { statement, isSigned } = found;
  const type = textOf(statement['predicateType']) ?? '';
  if (!/slsa\.dev\/provenance/.test(type)) return { type: 'passed-over', why: `a statement of the type ${type.slice(0, 100) || 'none'}, which says nothing about a release.` };
  const predicate = objectOf(statement['predicate']);
  const details = objectOf(predicate?.['runDetails']);
  const metadata = objectOf(details?.['metadata']) ?? objectOf(predicate?.['metadata']);
  const at = whenOf(metadata?.['finishedOn']) ?? whenOf(metadata?.['buildFinishedOn']) ?? whenOf(metadata?.['startedOn']) ?? whenOf(metadata?.['buildStartedOn']);
  if (at === undefined) return { type: 'rejected', code: 'time-format', reason: 'The statement does not say when the build ended.', remedy: 'Have the builder write its metadata.' };
  const definition = objectOf(predicate?.['buildDefinition']);
  const builder = textOf(objectOf(details?.['builder'])?.['id']) ?? textOf(objectOf(predicate?.['builder'])?.['id']);
  // The first that is a repository is the source; what follows are tools and base images.
  const source = [...objectsOf(definition?.['resolvedDependencies']), ...objectsOf(predicate?.['materials'])].find((each) => /^(git\+)?https:\/\//.test(textOf(each['uri']) ?? ''));
  const repository = textOf(source?.['uri'])?.replace(/@.*$/, '');
  const subjects = objectsOf(statement['subject']);
  const names = subjects.flatMap((subject) => textOf(subject['name']) ?? []);
  return {
    type: 'release',
    release: {
      key: [textOf(metadata?.['invocationId']) ?? textOf(metadata?.['buildInvocationID']) ?? textOf(metadata?.['buildInvocationId']), digestOf(subjects[0])],
      at,
      version: versionIn(names) ?? parameter(predicate, definition) ?? digestOf(subjects[0]),
      about: { repositories: repository === undefined ? [] : [repository], names: [...new Set(names.map((name) => name.split('/').at(-1) ?? name))].slice(0, 5) },
      builds: [...Object.values(objectOf(source?.['digest']) ?? {}).map(textOf), ...subjects.map(digestOf)].slice(0, 40),
      facts: [
        `built by ${builder ?? 'a builder it does not name'}`,
        isSigned ? 'provenance present, signature not verified' : 'provenance present, without a signature',
        `${subjects.length} ${subjects.length === 1 ? 'artifact' : 'artifacts'}`,
      ],
    },
  };
}

function digestOf(subject: LooseObject | undefined): string | undefined {
  const digest = objectOf(subject?.['digest']);
  const sha = textOf(digest?.['sha256']);
  return sha === undefined ? undefined : `sha256:${sha}`;
}

/** The one version that stands in the names of all artifacts, as `v1.25.1`. */
function versionIn(names: readonly string[]): string | undefined {
  const versions = new Set(names.map((name) => /(?:^|[/@:_-])(v\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?)(?=$|[/_])/.exec(name)?.[1]));
  const [only] = versions;
  return versions.size === 1 ? only : undefined;
}

function parameter(predicate: LooseObject | undefined, definition: LooseObject | undefined): string | undefined {
  const parameters = objectOf(objectOf(predicate?.['invocation'])?.['parameters']) ?? objectOf(definition?.['externalParameters']);
  return textOf(parameters?.['build-version']) ?? textOf(parameters?.['version']);
}
