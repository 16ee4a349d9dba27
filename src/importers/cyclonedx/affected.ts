import { purlOf } from '#importers/cyclonedx/purl.ts';
import type { BomDocument } from '#importers/cyclonedx/bom-document.ts';

/** What one `affects[].ref` points at. */
export interface Affected {
  /** What is shown: the package URL where there is one, else the name or the reference itself. */
  component: string;
  /** The same for every version of the component. */
  identity: string;
  /** Listed by another document than this one. */
  isElsewhere: boolean;
  fault: 'dangling' | 'out-of-scope' | undefined;
}

const BOM_LINK = /^urn:cdx:([^/#]+)\/\d+#(.+)$/i;

/**
 * Follows a reference inside its document; a BOM-Link to another document stays text. A document that lists
 * components of its own has no say over those of another (`out-of-scope`); one that lists none is a statement about
 * components listed elsewhere, which is what VEX documents are for.
 */
export function affectedBy(ref: string, document: BomDocument): Affected {
  const link = BOM_LINK.exec(ref);
  if (link === null) return local(ref, document);
  const target = decoded(link[2] ?? '');
  if (document.serial?.replace(/^urn:uuid:/i, '').toLowerCase() === link[1]?.toLowerCase()) return local(target, document);
  const purl = purlOf(target);
  const fault = document.components > 0 ? 'out-of-scope' : undefined;
  return { component: purl === undefined ? ref : target, identity: purl?.unversioned ?? ref, isElsewhere: true, fault };
}

function local(ref: string, document: BomDocument): Affected {
  const component = document.subject?.ref === ref ? document.subject : document.component(ref);
  const fault = component === undefined && document.components > 0 ? 'dangling' : undefined;
  const text = component?.purl ?? (purlOf(ref) === undefined ? undefined : ref);
  const purl = text === undefined ? undefined : purlOf(text);
  if (text !== undefined && purl !== undefined) return { component: text, identity: purl.unversioned, isElsewhere: false, fault };
  const name = component?.name;
  if (name === undefined) return { component: ref, identity: ref, isElsewhere: false, fault };
  return { component: component?.version === undefined ? name : `${name}@${component.version}`, identity: name, isElsewhere: false, fault };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
