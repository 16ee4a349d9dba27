import { findClaim } from '#core/picture/claim.ts';
import { findDecision } from '#core/picture/decision-made.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { Place } from '#web/paths.ts';

/** What a place is called in a breadcrumb and a title. An id the picture does not hold stands as it is. */
export function placeName(place: Place, picture: Picture | undefined): string {
  switch (place.page) {
    case 'brief': return picture?.organisation ?? 'Brief';
    case 'teams': return 'Teams';
    case 'team': return picture?.teams.find((team) => team.id === place.team)?.name ?? place.team;
    case 'cell':
    case 'process': return picture?.processes.find((process) => process.id === place.process)?.name ?? place.process;
    case 'release': return 'Release path';
    case 'ownership': return 'Ownership';
    case 'people': return 'People';
    case 'person': return picture?.persons.find((person) => person.id === place.person)?.name ?? place.person;
    case 'knew': return 'Who knew';
    case 'changes': return 'Changes';
    case 'exposure': return 'Exposure';
    case 'conditions': return 'Conditions';
    case 'evidence': return 'Age of the evidence';
    case 'next': return 'Next step';
    case 'decisions': return 'Decisions';
    case 'decision': return nameOfDecision(place.decision, picture);
    case 'claim': return picture === undefined ? place.claim : findClaim(picture, place.claim)?.piece.label ?? place.claim;
    case 'scenario': return picture?.risks.find((risk) => risk.id === place.scenario)?.label ?? place.scenario;
    case 'ledger': return 'Known, not shown';
    case 'pack': return picture?.packs.find((pack) => pack.id === place.pack)?.label ?? place.pack;
    case 'compare': return 'Two dates compared';
    case 'findings': return 'Findings';
    case 'search': return 'Search';
    case 'coverage': return 'What the record does not hold';
    case 'sources': return 'Sources';
    case 'measure': return 'What to find out';
    case 'policy': return 'Policy';
    case 'translate': return 'A colour list, translated';
    case 'print': return 'On paper';
    case 'present': return 'In the room';
    case 'replays': return 'Replay a breach';
    case 'replay': return caseName(place.case);
    case 'risk': return place.risk;
    case 'finding': return place.finding;
  }
}

function nameOfDecision(id: string, picture: Picture | undefined): string {
  const found = picture === undefined ? undefined : findDecision(picture, id);
  return found === undefined ? id : found.label;
}

/** `Equifax 2017`: the id of a case as a reader would write it; the picture does not hold the case. */
function caseName(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.replaceAll(/(^| )([a-z])/g, (_, before: string, first: string) => before + first.toUpperCase());
}
