import { say } from '#language/say.ts';
import { evidenceKindWord } from '#core/record/kind-words.ts';
import { dayInWords } from '#core/time.ts';
import type { RecordView } from '#core/record/view.ts';

/** What each thing is called on screen: its name, else its label, else its id. */
interface Named {
  id: string;
  label?: string | undefined;
  name?: string | undefined;
}

export function personName(view: RecordView, id: string): string {
  return nameOf(view.persons.get(id), id);
}

export function teamName(view: RecordView, id: string): string {
  return nameOf(view.teams.get(id), id);
}

export function serviceName(view: RecordView, id: string): string {
  return nameOf(view.services.get(id), id);
}

export function processName(view: RecordView, id: string): string {
  return nameOf(view.processes.get(id), id);
}

export function riskName(view: RecordView, id: string): string {
  return nameOf(view.risks.get(id), id);
}

/** Its label, else what it is and when: `the audit of 7 Jul 2026`. */
export function evidenceName(view: RecordView, id: string): string {
  const piece = view.evidence.get(id);
  if (piece === undefined) return id;
  return piece.label ?? say('the {kind} of {date}', { kind: evidenceKindWord(piece.kind), date: dayInWords(piece.at) });
}

function nameOf(named: Named | undefined, id: string): string {
  return named?.name ?? named?.label ?? id;
}
