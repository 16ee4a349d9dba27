import type { Spill } from '#core/spill.ts';
import type { When } from '#core/time.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, pointerOf, quoted, type PathStep } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { purlOf } from '#importers/cyclonedx/purl.ts';
import { vulnerabilityOf, type BomVulnerability } from '#importers/cyclonedx/bom-vulnerability.ts';
import type { JsonKind, PickerEvents, PickerRules } from '#importers/scan/json-picker.ts';
import { objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { WaitingRows } from '#importers/scan/waiting-rows.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** What is read of a CycloneDX document; what is large and not read is passed over. */
export const bomRules: PickerRules = {
  take: ['/bomFormat', '/specVersion', '/serialNumber', '/version', '/metadata', '/components/*', '/services/*', '/dependencies/*/ref', '/vulnerabilities/*'],
  drop: new Set([
    'licenses', 'hashes', 'evidence', 'pedigree', 'releaseNotes', 'signature', 'modelCard', 'data', 'cryptoProperties', 'swid', 'text',
    'proofOfConcept', 'advisories', 'credits', 'attachments', 'copyright', 'recommendation', 'workaround', 'properties',
  ]),
  watchDepth: 2,
};

/** A component as far as findings need it. */
export interface BomComponent {
  ref: string | undefined;
  name: string | undefined;
  purl: string | undefined;
  /** The component's own version text. */
  version: string | undefined;
}

/** What the document is about (metadata.component). */
export interface BomSubject extends BomComponent {
  group: string | undefined;
  repositories: readonly string[];
}

/** Versions that are read. The list of vulnerabilities came with 1.4; JSON came with 1.2. */
const versions = new Set(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7']);

/**
 * A CycloneDX document as it streams past.
 *
 * @throws SourceRefused with `format-mismatch`, `version`, `schema` or `too-many-results` while reading.
 */
export class BomDocument implements PickerEvents {
  readonly vulnerabilities: WaitingRows<BomVulnerability>;
  /** Vulnerabilities that are something else than objects. */
  readonly unreadable: number[] = [];
  /** `undefined` = the document has no list of vulnerabilities. */
  vulnerabilityList: JsonKind | undefined;
  specVersion: string | undefined;
  serial: string | undefined;
  subject: BomSubject | undefined;
  timestamp: When | undefined;
  badTimestamp: string | undefined;
  tool: string | undefined;
  components = 0;
  purlsWithHost = 0;
  badPurls = 0;
  repeatedRefs = 0;
  readonly dependencyRefs = new Set<string>();
  readonly #services = new Set<string>();
  readonly #byRef = new Map<string, BomComponent>();
  readonly #file: string;
  #format: string | undefined;

  constructor(file: string, spillTo?: () => Promise<Spill>) {
    this.#file = file;
    this.vulnerabilities = new WaitingRows(spillTo);
  }

  begins(path: readonly PathStep[], kind: JsonKind): void {
    if (path.length === 0) this.#refuse('/', 'schema', 'The file holds a single value and no CycloneDX document.');
    if (path.length === 1 && path[0] === 'vulnerabilities') this.vulnerabilityList = kind;
  }

  /** Nothing of a document depends on where one of its parts ends. */
  ends(): void {}

  taken(path: readonly PathStep[], value: unknown): void {
    const [field, index] = path;
    switch (field) {
      case 'bomFormat':
        return this.#takeFormat(value);
      case 'specVersion':
        return this.#takeVersion(value);
      case 'serialNumber':
        this.serial = textOf(value);
        return;
      case 'metadata':
        return this.#takeMetadata(value);
      case 'components':
        return this.#takeComponent(objectOf(value));
      case 'services':
        return this.#takeService(objectOf(value));
      case 'dependencies':
        if (typeof value === 'string') this.dependencyRefs.add(value);
        return;
      case 'vulnerabilities':
        if (typeof index === 'number') this.#takeVulnerability(index, value);
        return;
    }
  }

  /** Checks what only the whole document shows. */
  check(): void {
    if (this.#format === undefined && this.specVersion === undefined) {
      this.#refuse(WHOLE_FILE, 'format-mismatch', 'The document names neither its format nor its version.');
    }
  }

  component(ref: string): BomComponent | undefined {
    return this.#byRef.get(ref);
  }

  /** True for a reference that a component, a service or the subject of the document answers to. */
  knows(ref: string): boolean {
    return this.#byRef.has(ref) || this.#services.has(ref) || this.subject?.ref === ref;
  }

  #takeFormat(value: unknown): void {
    this.#format = String(value);
    if (this.#format === 'CycloneDX') return;
    this.#refuse('/bomFormat', 'format-mismatch', `The document says it is ${quoted(value)} and not CycloneDX.`, 'Export it as CycloneDX JSON.');
  }

  #takeVersion(value: unknown): void {
    this.specVersion = String(value);
    if (versions.has(this.specVersion)) return;
    this.#refuse('/specVersion', 'version', `The document is CycloneDX ${quoted(value)}; 1.2 to 1.7 are read.`, 'Export it as CycloneDX 1.7.');
  }

  #takeMetadata(value: unknown): void {
    const metadata = objectOf(value);
    const component = objectOf(metadata?.['component']);
    this.timestamp = whenOf(metadata?.['timestamp']);
    const timestamp = textOf(metadata?.['timestamp']);
    if (timestamp !== undefined && this.timestamp === undefined) this.badTimestamp = timestamp;
    const tools = objectsOf(metadata?.['tools']).concat(objectsOf(objectOf(metadata?.['tools'])?.['components']));
    this.tool = tools.flatMap((tool) => textOf(tool['name']) ?? [])[0];
    if (component === undefined) return;
    this.subject = {
      ...componentOf(component),
      group: textOf(component['group']),
      repositories: objectsOf(component['externalReferences'])
        .filter((reference) => reference['type'] === 'vcs')
        .flatMap((reference) => textOf(reference['url']) ?? []),
    };
    this.#takeNested(component);
  }

  #takeComponent(component: LooseObject | undefined): void {
    if (component === undefined) return;
    this.components += 1;
    const { ref, name, purl, version } = componentOf(component);
    if (purl !== undefined && purlOf(purl)?.namesHost === true) this.purlsWithHost += 1;
    if (purl === undefined ? hasOtherPurl(component) : purlOf(purl)?.isWellFormed !== true) this.badPurls += 1;
    if (ref !== undefined && this.#byRef.has(ref)) this.repeatedRefs += 1;
    if (ref !== undefined) this.#byRef.set(ref, { ref, name, purl, version });
    this.#takeNested(component);
  }

  /** At most as deep as the guard lets a file be nested. */
  #takeNested(component: LooseObject): void {
    for (const nested of objectsOf(component['components'])) this.#takeComponent(nested);
  }

  #takeService(service: LooseObject | undefined): void {
    const ref = textOf(service?.['bom-ref']);
    if (ref !== undefined) this.#services.add(ref);
    for (const nested of objectsOf(service?.['services'])) this.#takeService(nested);
  }

  #takeVulnerability(index: number, value: unknown): void {
    if (this.vulnerabilityList !== 'list') return;
    if (index >= limits.streamedResults) {
      this.#refuse(pointerOf(['vulnerabilities', index]), 'too-many-results', `The document has more than ${inDigits(limits.streamedResults)} vulnerabilities.`, 'Split it and import the parts.');
    }
    const vulnerability = objectOf(value);
    if (vulnerability === undefined) this.unreadable.push(index);
    else this.vulnerabilities.push(vulnerabilityOf(vulnerability, index));
  }

  #refuse(place: string, code: string, reason: string, remedy = 'Check that the file is CycloneDX JSON.'): never {
    return refuse(this.#file, { place, code, reason, remedy });
  }
}

/** A package URL that is no text, where an absent or empty one is none. */
function hasOtherPurl({ purl }: LooseObject): boolean {
  return purl !== undefined && purl !== null && typeof purl !== 'string';
}

function componentOf(component: LooseObject): BomComponent {
  return {
    ref: textOf(component['bom-ref']),
    name: textOf(component['name']),
    purl: textOf(component['purl']),
    version: textOf(component['version']),
  };
}
