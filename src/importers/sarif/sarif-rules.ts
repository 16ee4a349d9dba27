import { listOf, numberOf, objectOf, objectsOf, textOf, indexOf, type LooseObject } from '#importers/scan/loose.ts';

/** What is kept of a reporting descriptor (SARIF 2.1.0, 3.49). */
export interface SarifRule {
  id: string;
  /** The first of short description, name and id that is there. */
  words: string;
  level: string | undefined;
  rank: number | undefined;
  /** `properties["security-severity"]` as it stands. */
  securitySeverity: unknown;
  messages: ReadonlyMap<string, string>;
  /** `CWE-79`, from a taxonomy or a tag. */
  weakness: string | undefined;
  helpUri: string | undefined;
}

/** What a run says of its tool. */
export interface SarifTool {
  name: string;
  version: string | undefined;
  /** Rules of the driver, then of each extension in turn. */
  components: readonly (readonly SarifRule[])[];
  /** Message strings that every rule may use. */
  messages: ReadonlyMap<string, string>;
}

/** Reads `run.tool` (3.18). */
export function toolOf(value: unknown): SarifTool {
  const tool = objectOf(value);
  const driver = objectOf(tool?.['driver']);
  return {
    name: textOf(driver?.['name']) ?? 'SARIF',
    version: textOf(driver?.['semanticVersion']) ?? textOf(driver?.['version']),
    components: [driver, ...objectsOf(tool?.['extensions'])].map((component) => objectsOf(component?.['rules']).map(ruleOf)),
    messages: messagesOf(driver?.['globalMessageStrings']),
  };
}

function ruleOf(rule: LooseObject): SarifRule {
  const configuration = objectOf(rule['defaultConfiguration']);
  const properties = objectOf(rule['properties']);
  const id = textOf(rule['id']) ?? textOf(rule['name']) ?? 'unnamed';
  return {
    id,
    words: messageText(rule['shortDescription']) ?? messageText(rule['fullDescription']) ?? textOf(rule['name']) ?? id,
    level: textOf(configuration?.['level']),
    rank: numberOf(configuration?.['rank']),
    securitySeverity: properties?.['security-severity'],
    messages: messagesOf(rule['messageStrings']),
    weakness: weaknessOf(rule, properties),
    helpUri: textOf(rule['helpUri']),
  };
}

function messagesOf(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(objectOf(value) ?? {}).flatMap(([id, message]) => {
    const text = messageText(message);
    return text === undefined ? [] : [[id, text] as const];
  }));
}

function messageText(value: unknown): string | undefined {
  return textOf(objectOf(value)?.['text']);
}

function weaknessOf(rule: LooseObject, properties: LooseObject | undefined): string | undefined {
  for (const relationship of objectsOf(rule['relationships'])) {
    const target = objectOf(relationship['target']);
    const isCwe = /^cwe$/i.test(textOf(objectOf(target?.['toolComponent'])?.['name']) ?? '');
    const number = /^(?:CWE-)?0*(\d{1,5})$/i.exec(textOf(target?.['id']) ?? '')?.[1];
    if (isCwe && number !== undefined) return `CWE-${number}`;
  }
  for (const tag of listOf(properties?.['tags'])) {
    const number = /^(?:external\/cwe\/)?cwe-0*(\d{1,5})\b/i.exec(textOf(tag) ?? '')?.[1];
    if (number !== undefined) return `CWE-${number}`;
  }
  return undefined;
}

/** How a result names its rule (3.52). */
export interface RuleReference {
  id: string | undefined;
  index: number | undefined;
  /** Index into `tool.extensions`; the driver where it is absent. */
  extension: number | undefined;
}

export function ruleReferenceOf(result: LooseObject): RuleReference {
  const rule = objectOf(result['rule']);
  return {
    id: textOf(result['ruleId']) ?? textOf(rule?.['id']),
    index: indexOf(result['ruleIndex']) ?? indexOf(rule?.['index']),
    extension: indexOf(objectOf(rule?.['toolComponent'])?.['index']),
  };
}

/** Rules of a tool, found as results name them. */
export class RuleBook {
  readonly #components: readonly (readonly SarifRule[])[];
  readonly #byId = new Map<string, SarifRule>();

  constructor(tool: SarifTool | undefined) {
    this.#components = tool?.components ?? [];
    for (const rule of this.#components.flat()) if (!this.#byId.has(rule.id)) this.#byId.set(rule.id, rule);
  }

  /** By index, else by id, else by the id up to a slash: `CA1000/1` is a kind of `CA1000`. */
  find(reference: RuleReference): SarifRule | undefined {
    return this.#byIndex(reference) ?? this.#byName(reference.id);
  }

  /** True where the index points past the end of the rules. */
  dangles(reference: RuleReference): boolean {
    return reference.index !== undefined && this.#byIndex(reference) === undefined;
  }

  #byIndex({ index, extension }: RuleReference): SarifRule | undefined {
    return index === undefined ? undefined : this.#components[extension === undefined ? 0 : extension + 1]?.[index];
  }

  #byName(id: string | undefined): SarifRule | undefined {
    for (let name = id; name !== undefined && name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('/'), 0))) {
      const rule = this.#byId.get(name);
      if (rule !== undefined) return rule;
    }
    return undefined;
  }
}
