import { pathPattern, type PathPattern } from '#importers/codeowners/pattern.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';

/** One line: whoever is named owns what the pattern covers; nobody named removes ownership. */
interface OwnerRule {
  pattern: string;
  covers: PathPattern;
  owners: readonly string[];
  line: number;
  /** The GitLab section the rule stands in. */
  section: string | undefined;
}

export interface CodeOwners {
  rules: readonly OwnerRule[];
  /** Lines that are skipped, as GitHub skips them. */
  rejected: readonly Fault[];
  sections: readonly string[];
}

const SECTION = /^\^?\[([^\]]+)\](?:\[\d+\])?\s*(.*)$/;
const OWNER = /^(@[\w.-]+(\/[\w./-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+)$/;

/**
 * Reads a CODEOWNERS file of GitHub or GitLab. A line that cannot be read is skipped and named; a GitLab section's
 * own owners stand for its lines that name none.
 */
export function parseCodeOwners(text: string): CodeOwners {
  const rules: OwnerRule[] = [];
  const rejected: Fault[] = [];
  const sections: string[] = [];
  let sectionOwners: readonly string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const heading = SECTION.exec(line);
    if (heading !== null && isHeading(heading[2] ?? '')) {
      sections.push((heading[1] ?? '').trim());
      sectionOwners = wordsOf(heading[2] ?? '');
      continue;
    }
    const [pattern = '', ...owners] = wordsOf(line);
    const covers = pathPattern(pattern);
    const stranger = owners.find((owner) => !OWNER.test(owner));
    if (covers === undefined || stranger !== undefined) {
      rejected.push(skipped(index + 1, covers === undefined ? pattern : (stranger ?? ''), covers === undefined));
      continue;
    }
    rules.push({
      pattern, covers, owners: owners.length === 0 && sections.length > 0 ? sectionOwners : owners, line: index + 1, section: sections.at(-1),
    });
  }
  return { rules, rejected, sections };
}

/** The owners of a path: of each section the last rule that covers it. Without sections that is the last of all. */
export function ownersOfPath({ rules }: CodeOwners, path: string): readonly string[] {
  const bySection = new Map<string | undefined, readonly string[]>();
  for (const rule of rules) if (rule.covers(path)) bySection.set(rule.section, rule.owners);
  return [...new Set([...bySection.values()].flat())];
}

/** The owners of whatever no special rule covers: those of a path that only a rule for everything can reach. */
export function ownersOfRoot(file: CodeOwners): readonly string[] {
  const everything = file.rules.filter((rule) => ['*', '**', '/', '/**', '**/*', '/**/*'].includes(rule.pattern));
  return ownersOfPath({ ...file, rules: everything }, 'any/path');
}

function isHeading(rest: string): boolean {
  return wordsOf(rest).every((word) => OWNER.test(word));
}

/** Words of a line up to a comment; `\ ` is a space inside a word. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return (comment < 0 ? words : words.slice(0, comment)).map((word) => word.replaceAll('\\ ', ' '));
}

function skipped(line: number, word: string, isPattern: boolean): Fault {
  return {
    place: lineNumber(line),
    code: isPattern ? 'pattern' : 'owner',
    reason: isPattern ? `The pattern ${quoted(word)} is not one that code owners support.` : `${quoted(word)} is neither an account, a team nor a mail address.`,
    remedy: 'Correct the line; until then nobody owns by it.',
  };
}
