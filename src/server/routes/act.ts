import { inLanguage } from '#language/current.ts';
import { say } from '#language/say.ts';
import { dayOf, type When } from '#core/time.ts';
import type { Person, Risk } from '#core/record/entities.ts';
import type { EntityByKind, Entry, EntryKind } from '#core/record/entry.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import type { ActResponse } from '#contract/act.ts';
import type { EndpointName } from '#contract/endpoints.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { isPast, settingNames, type AppContext } from '#server/context.ts';
import type { Caller } from '#server/ports.ts';

/** The record at the moment of an act, and the moment. */
export interface ActMoment {
  index: RecordIndex;
  /** Every version on the record. */
  entries: readonly Entry[];
  /** The instant the act is recorded at. */
  now: When;
  /** The day of it: what `at` of the entities holds. */
  day: When;
}

/** What an act adds to the record, and one sentence that says so. */
export interface Act {
  entries: readonly Entry[];
  sentence: string;
}

interface ActCall {
  query: { asOf?: When | undefined };
  context: AppContext;
  caller: Caller;
}

/**
 * Checks and records one act: one at a time, against the record as it is now, in one batch, durable before it is
 * acknowledged. Refuses an act on a past date, whatever it is. What `decide` says is in the language of the request.
 */
export function recordAct(name: EndpointName, call: ActCall, decide: (moment: ActMoment) => Act): Promise<ActResponse> {
  const { context, caller } = call;
  return context.oneAtATime(async () => {
    const now = await context.moment();
    const day = now.slice(0, 10);
    const { asOf } = call.query;
    if (asOf !== undefined && isPast(asOf, day)) {
      throw new RequestRefused('frozen-date', () => ({ detail: say('The page shows {asOf}; acts are recorded on {day}.', { asOf, day }) }));
    }
    const held = await context.store.entries();
    const moment: ActMoment = { index: indexRecord(viewAsOf(held, day)), entries: held, now, day };
    const { entries, sentence } = inLanguage(context.language, () => decide(moment));
    const batch = await context.store.begin({ kind: 'act', recordedAt: now, recordedBy: caller.recordedBy, source: name });
    try {
      await batch.append(entries);
      const { version } = await batch.commit({ act: name, sentence });
      return {
        version,
        recorded: entries.map(({ kind, entity }) => ({ kind, id: entity.id })),
        sentence,
        note: await sampleNote(context),
      };
    } catch (error) {
      await batch.rollback();
      throw error;
    }
  });
}

/** Says so where the record is the sample company. */
export async function sampleNote({ store, language }: Pick<AppContext, 'store' | 'language'>): Promise<string | null> {
  const sample = await store.setting(settingNames.sample);
  return sample === undefined ? null : inLanguage(language, () => say('This is the sample company: nobody is told, and nothing outside this record changes.'));
}

/** An entry as an act records it. */
export function actEntry<K extends EntryKind>(kind: K, entity: EntityByKind[K], now: When, caller: Caller): Entry {
  // The pairing of kind and entity is what `Entry` is; a generic K hides that from the compiler.
  return { kind, entity, stamp: { recordedAt: now, recordedBy: caller.recordedBy, source: 'act', basis: 'documented' } } as Entry;
}

/** An id no entry has yet. */
export function newId(prefix: string): string {
  return `${prefix}-${crypto.randomUUID()}`;
}

/** The open risk an address names. */
export function openRisk({ index }: ActMoment, id: string): Risk {
  const risk = index.view.risks.get(id);
  if (risk === undefined) throw new RequestRefused('not-found', { detail: say('No risk {id} is on the record.', { id }) });
  if (!isOpen(index, risk)) throw notAcceptable('id', say('{risk} is closed.', { risk: risk.label ?? id }));
  return risk;
}

/** A person in post, or a post with one holder: who can decide, be told and be asked. */
export function personOnRecord({ index }: ActMoment, place: string, id: string): Person {
  const person = index.view.persons.get(id);
  if (person === undefined) throw notAcceptable(place, say('The record holds nobody under the id {id}.', { id }));
  if (personInPost(index, id) === undefined) {
    throw notAcceptable(place, say('{person} is not a person in post on {day}.', { person: person.name ?? id, day: index.asOf }));
  }
  return person;
}

/** Refuses a day that is over. */
export function notBefore({ day }: ActMoment, place: string, asked: When | undefined): void {
  if (asked !== undefined && dayOf(asked) < dayOf(day)) throw notAcceptable(place, say('{asked} is before {day}.', { asked, day }));
}

/** A function tells the message when the problem is answered: where no language is set as it is thrown. */
export function notAcceptable(place: string, message: string | (() => string)): RequestRefused {
  const told = typeof message === 'function' ? message : (): string => message;
  return new RequestRefused('not-acceptable', () => ({ detail: told(), errors: [{ place, message: told() }] }));
}
