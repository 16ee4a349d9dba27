import { count } from '#importers/reading/report-words.ts';

/** What the reader of the import report should know about a CycloneDX document as a whole. */
export class BomTally {
  components = 0;
  vulnerabilities = 0;
  findings = 0;
  occurrences = 0;
  resolved = 0;
  setAside = 0;
  elsewhere = 0;
  linked = 0;

  /** The lines of the report, without those that have nothing to say. */
  lines(): readonly string[] {
    const { components, vulnerabilities, findings, occurrences, resolved, setAside, elsewhere, linked } = this;
    const lines = [`${count(components, 'component')}: ${count(vulnerabilities, 'vulnerability', 'vulnerabilities')}, ${count(findings, 'finding')}.`];
    if (occurrences > 0) lines.push(`${count(occurrences, 'place')} ${occurrences === 1 ? 'is' : 'are'} another version of a component that is counted once.`);
    if (resolved > 0) lines.push(`${count(resolved, 'finding')} ${resolved === 1 ? 'is' : 'are'} resolved by the document.`);
    if (setAside > 0) {
      lines.push(`${count(setAside, 'finding')} ${setAside === 1 ? 'is' : 'are'} set aside in the document, by nobody it names. The findings stay; the decisions have no maker.`);
    }
    if (elsewhere > 0) {
      lines.push(`${count(elsewhere, 'statement')} ${elsewhere === 1 ? 'is' : 'are'} about a component that another document lists; ${elsewhere === 1 ? 'it is' : 'they are'} put on the service that was named.`);
    }
    if (linked > 0) lines.push(`${count(linked, 'finding')} that another source found ${linked === 1 ? 'is' : 'are'} what the document speaks of; none is added for ${linked === 1 ? 'it' : 'them'}.`);
    return lines;
  }
}
