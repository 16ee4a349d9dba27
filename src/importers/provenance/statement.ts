import { parseJson } from '#importers/reading/json.ts';
import { objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';

export type FoundStatement =
  | { statement: LooseObject; isSigned: boolean }
  | { code: string; reason: string; remedy: string };

/** The in-toto statement in a value: the value itself, or what a DSSE envelope (in a Sigstore bundle too) carries in base64. */
export function statementIn(value: unknown): FoundStatement {
  const whole = objectOf(value);
  const envelope = objectOf(whole?.['dsseEnvelope']) ?? whole;
  const payload = textOf(envelope?.['payload']);
  if (payload === undefined) {
    if (whole?.['predicateType'] !== undefined) return { statement: whole, isSigned: false };
    return { code: 'schema', reason: 'There is no in-toto statement in it.', remedy: 'Give the statement or the envelope that carries it.' };
  }
  const text = decoded(payload);
  if (text === undefined) return { code: 'encoding', reason: 'The payload of the envelope is not base64 of UTF-8 text.', remedy: 'Export the envelope again.' };
  const statement = objectOf(parseJson(text, 'payload').value);
  if (statement === undefined) return { code: 'schema', reason: 'The payload of the envelope is no statement.', remedy: 'Export the envelope again.' };
  return { statement, isSigned: objectsOf(envelope?.['signatures']).length > 0 };
}

function decoded(payload: string): string | undefined {
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
