/**
 * The one map between an address and the place it names. The path is the drill path, so the
 * breadcrumb is the chain of parents of a place and nothing else.
 */

/** Pages whose address is their name and nothing else, and whether risks hang under them. */
const plainPages = {
  teams: false,
  release: false,
  ownership: true,
  people: false,
  knew: true,
  changes: true,
  exposure: true,
  compare: true,
  conditions: true,
  evidence: true,
  next: true,
  decisions: true,
  ledger: false,
  findings: false,
  search: false,
  coverage: false,
  sources: false,
  mapping: false,
  measure: false,
  policy: false,
  translate: false,
} as const;

type PlainPage = keyof typeof plainPages;
type PlainRiskHome = { [Page in PlainPage]: (typeof plainPages)[Page] extends true ? Page : never }[PlainPage];

/** Where a reader can stand that lists or holds risks; a risk's address hangs under it. */
export type RiskHome =
  | { page: 'brief' }
  | { page: PlainRiskHome }
  | { page: 'team'; team: string }
  | { page: 'cell'; team: string; process: string }
  | { page: 'process'; process: string }
  | { page: 'pack'; pack: string }
  | { page: 'person'; person: string };

export type RiskPlace = { page: 'risk'; risk: string; under: RiskHome };

/** Where a reader can stand that lists findings; a finding's address hangs under it. */
export type FindingHome =
  | RiskPlace
  | { page: 'findings' }
  | { page: 'team'; team: string }
  | { page: 'cell'; team: string; process: string }
  | { page: 'process'; process: string }
  | { page: 'stage'; process: string; stage: string };

export type Place =
  | RiskHome
  | FindingHome
  | { page: PlainPage }
  | { page: 'decision'; decision: string }
  | { page: 'claim'; claim: string }
  | { page: 'scenario'; scenario: string }
  | { page: 'replays' }
  | { page: 'replay'; case: string }
  | { page: 'print'; quarter: string }
  | { page: 'present'; quarter: string; step: string }
  | { page: 'finding'; finding: string; under: FindingHome };

/** Path of a place, without the query. The inverse of `placeOf`. */
export function pathOf(place: Place): string {
  switch (place.page) {
    case 'brief': return '/';
    case 'team': return `/teams/${segment(place.team)}`;
    case 'cell': return `/teams/${segment(place.team)}/process/${segment(place.process)}`;
    case 'process': return `/release/${segment(place.process)}`;
    case 'stage': return `/release/${segment(place.process)}/stage/${segment(place.stage)}`;
    case 'person': return `/people/${segment(place.person)}`;
    case 'decision': return `/decisions/${segment(place.decision)}`;
    case 'claim': return `/evidence/${segment(place.claim)}`;
    case 'scenario': return `/next/${segment(place.scenario)}`;
    case 'pack': return `/ledger/${segment(place.pack)}`;
    case 'replays': return '/replay';
    case 'replay': return `/replay/${segment(place.case)}`;
    case 'print': return `/print/${segment(place.quarter)}`;
    case 'present': return `/present/${segment(place.quarter)}/${segment(place.step)}`;
    case 'risk': return `${stem(place.under)}/risks/${segment(place.risk)}`;
    case 'finding': return place.under.page === 'findings'
      ? `/findings/${segment(place.finding)}`
      : `${stem(place.under)}/findings/${segment(place.finding)}`;
    default: return `/${place.page satisfies PlainPage}`;
  }
}

/** The place a path names, or undefined for an address that is not ours. `/brief` is `/`. */
export function placeOf(pathname: string): Place | undefined {
  const parts: string[] = [];
  for (const raw of pathname.split('/')) {
    if (raw === '') continue;
    const part = unsegment(raw);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return placeOfParts(parts);
}

/** The place one level up, or undefined at the brief. */
export function parentOf(place: Place): Place | undefined {
  switch (place.page) {
    case 'brief': return undefined;
    case 'team': return { page: 'teams' };
    case 'cell': return { page: 'team', team: place.team };
    case 'process': return { page: 'release' };
    case 'stage': return { page: 'process', process: place.process };
    case 'person': return { page: 'people' };
    case 'decision': return { page: 'decisions' };
    case 'claim': return { page: 'evidence' };
    case 'scenario': return { page: 'next' };
    case 'replay': return { page: 'replays' };
    case 'decisions': return { page: 'ownership' };
    case 'ledger': return { page: 'knew' };
    case 'pack': return { page: 'ledger' };
    case 'risk':
    case 'finding': return place.under;
    case 'replays':
    case 'print':
    case 'present': return { page: 'brief' };
    default: place.page satisfies PlainPage; return { page: 'brief' };
  }
}

/** From the brief down to the place itself: the breadcrumb. */
export function chainOf(place: Place): readonly Place[] {
  const parent = parentOf(place);
  return parent === undefined ? [place] : [...chainOf(parent), place];
}

/** The address a risk gets when it is opened from `place`: under it, or under the nearest place that holds risks. */
export function riskFrom(place: Place | undefined, risk: string): RiskPlace {
  return { page: 'risk', risk, under: riskHomeOf(place) };
}

/** The address a finding gets when it is opened from `place`. */
export function findingFrom(place: Place | undefined, finding: string): Place {
  return { page: 'finding', finding, under: findingHomeOf(place) };
}

function riskHomeOf(place: Place | undefined): RiskHome {
  if (place === undefined) return { page: 'brief' };
  switch (place.page) {
    case 'risk': return place.under;
    case 'finding': return riskHomeOf(place.under);
    // One decision, claim or scenario is read from its list; its risks are those of the list.
    case 'decision': return { page: 'decisions' };
    case 'claim': return { page: 'evidence' };
    case 'scenario': return { page: 'next' };
    case 'stage': return { page: 'process', process: place.process };
    default: return isRiskHome(place) ? place : { page: 'brief' };
  }
}

function findingHomeOf(place: Place | undefined): FindingHome {
  if (place?.page === 'finding') return place.under;
  return place !== undefined && isFindingHome(place) ? place : { page: 'findings' };
}

function placeOfParts(parts: readonly string[]): Place | undefined {
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (last !== undefined && parts.length >= 2) {
    if (before === 'findings' && !isNameAt(parts, parts.length - 2)) {
      const under = parts.length === 2 ? { page: 'findings' as const } : placeOfParts(parts.slice(0, -2));
      return under !== undefined && isFindingHome(under) ? { page: 'finding', finding: last, under } : undefined;
    }
    if (before === 'risks' && !isNameAt(parts, parts.length - 2)) {
      const under = placeOfParts(parts.slice(0, -2));
      return under !== undefined && isRiskHome(under) ? { page: 'risk', risk: last, under } : undefined;
    }
  }
  return plainPlace(parts);
}

function plainPlace(parts: readonly string[]): Place | undefined {
  const [first, second, third, fourth] = parts;
  if (first === undefined) return { page: 'brief' };
  if (parts.length === 1) {
    if (first === 'brief') return { page: 'brief' };
    if (first === 'replay') return { page: 'replays' };
    return isPlainPage(first) ? { page: first } : undefined;
  }
  if (parts.length === 2 && second !== undefined) {
    switch (first) {
      case 'teams': return { page: 'team', team: second };
      case 'release': return { page: 'process', process: second };
      case 'people': return { page: 'person', person: second };
      case 'replay': return { page: 'replay', case: second };
      case 'decisions': return { page: 'decision', decision: second };
      case 'evidence': return { page: 'claim', claim: second };
      case 'next': return { page: 'scenario', scenario: second };
      case 'ledger': return { page: 'pack', pack: second };
      case 'print': return { page: 'print', quarter: second };
      default: return undefined;
    }
  }
  if (parts.length === 3 && first === 'present' && second !== undefined && third !== undefined) {
    return { page: 'present', quarter: second, step: third };
  }
  if (parts.length === 4 && first === 'teams' && third === 'process' && second !== undefined && fourth !== undefined) {
    return { page: 'cell', team: second, process: fourth };
  }
  if (parts.length === 4 && first === 'release' && third === 'stage' && second !== undefined && fourth !== undefined) {
    return { page: 'stage', process: second, stage: fourth };
  }
  return undefined;
}

/** Whether the part at `index` stands where an id stands, so that a team called `risks` is still a team. */
function isNameAt(parts: readonly string[], index: number): boolean {
  const before = parts[index - 1];
  if (before === undefined) return false;
  if (before === 'process') return index === 3 && parts[0] === 'teams';
  if (before === 'stage' && index === 3 && parts[0] === 'release') return true;
  if (before === 'risks' || before === 'findings') return !isNameAt(parts, index - 1);
  if (before === 'present' || before === 'print') return index === 1;
  return index === 1 && (before === 'teams' || before === 'release' || before === 'people' || before === 'ledger') || index === 2 && parts[0] === 'present';
}

function isRiskHome(place: Place): place is RiskHome {
  switch (place.page) {
    case 'brief':
    case 'team':
    case 'cell':
    case 'process':
    case 'pack':
    case 'person': return true;
    case 'stage':
    case 'risk':
    case 'finding':
    case 'decision':
    case 'claim':
    case 'scenario':
    case 'replays':
    case 'replay':
    case 'print':
    case 'present': return false;
    default: return plainPages[place.page];
  }
}

function isPlainPage(name: string): name is PlainPage {
  return Object.hasOwn(plainPages, name);
}

function isFindingHome(place: Place): place is FindingHome {
  return place.page === 'findings' || place.page === 'risk' || place.page === 'team' || place.page === 'cell'
    || place.page === 'process' || place.page === 'stage';
}

function stem(place: Place): string {
  return place.page === 'brief' ? '' : pathOf(place);
}

/**
 * An id as one path segment. Browsers fold `.` and `..` away and drop empty segments, so those, and
 * ids that begin with the mark itself, carry a leading `~`.
 */
function segment(id: string): string {
  const plain = id === '' || id === '.' || id === '..' || id.startsWith('~') ? `~${id}` : id;
  return encodeURIComponent(plain.toWellFormed());
}

function unsegment(raw: string): string | undefined {
  try {
    const text = decodeURIComponent(raw);
    return text.startsWith('~') ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}
