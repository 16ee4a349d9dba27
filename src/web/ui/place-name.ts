import { say } from '#language/say.ts';
import { findClaim } from '#core/picture/claim.ts';
import { findDecision } from '#core/picture/decision-made.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { Place } from '#web/paths.ts';

/** What a place is called in a breadcrumb and a title. An id the picture does not hold stands as it is. */
export function placeName(place: Place, picture: Picture | undefined): string {
  switch (place.page) {
    case 'brief': return picture?.organisation ?? say('Brief');
    case 'teams': return say('Teams');
    case 'team': return picture?.teams.find((team) => team.id === place.team)?.name ?? place.team;
    case 'cell':
    case 'process': return picture?.processes.find((process) => process.id === place.process)?.name ?? picture?.processes.flatMap(({ stages }) => stages).find((stage) => stage.id === place.process)?.name ?? place.process;
    case 'stage': return picture?.processes.find((process) => process.id === place.process)?.stages.find((stage) => stage.id === place.stage)?.name ?? place.stage;
    case 'release': return say('Release path');
    case 'ownership': return say('Ownership');
    case 'people': return say('People');
    case 'person': return picture?.persons.find((person) => person.id === place.person)?.name ?? place.person;
    case 'knew': return say('Who knew');
    case 'changes': return say('Changes');
    case 'exposure': return say('Exposure');
    case 'conditions': return say('Conditions');
    case 'evidence': return say('Age of the evidence');
    case 'next': return say('Next step');
    case 'decisions': return say('Decisions');
    case 'decision': return nameOfDecision(place.decision, picture);
    case 'claim': return picture === undefined ? place.claim : findClaim(picture, place.claim)?.piece.label ?? place.claim;
    case 'scenario': return picture?.risks.find((risk) => risk.id === place.scenario)?.label ?? place.scenario;
    case 'ledger': return say('Known, not shown');
    case 'pack': return picture?.packs.find((pack) => pack.id === place.pack)?.label ?? place.pack;
    case 'compare': return say('Two dates compared');
    case 'findings': return say('Findings');
    case 'search': return say('Search');
    case 'coverage': return say('What the record does not hold');
    case 'sources': return say('Sources');
    case 'measure': return say('What to find out');
    case 'policy': return say('Policy');
    case 'mapping': return say('Mappings');
    case 'translate': return say('A colour list, translated');
    case 'print': return say('On paper');
    case 'present': return say('In the room');
    case 'replays': return say('Replay a breach');
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
