import { z } from 'zod';
import { messages } from '#language/say.ts';

interface ProblemKind {
  status: number;
  title: string;
  /** What the caller can do, where the place that raises it knows nothing better. */
  remedy: string;
}

/**
 * Every way the API says no. The code ends the problem's `type` and never changes its meaning; title and remedy are
 * messages, said where a problem is answered.
 */
export const problemKinds = messages({
  'bad-request': { status: 400, title: 'The request cannot be read', remedy: 'Compare it with /api/v1/openapi.json.' },
  'bad-path': { status: 400, title: 'The path cannot be read', remedy: 'Use the paths of /api/v1/openapi.json as they are written there.' },
  'bad-cursor': { status: 400, title: 'The page marker does not belong to this list', remedy: 'Start again from the first page, without cursor.' },
  'token-in-address': { status: 400, title: 'A token does not belong in an address', remedy: 'Send it as Authorization: Bearer, and revoke this one: addresses are written to logs.' },
  'token-required': { status: 401, title: 'An import needs a token', remedy: 'Send Authorization: Bearer with a token of whose-call token create.' },
  'token-unknown': { status: 401, title: 'The token is not one of this record', remedy: 'Have one made with whose-call token create.' },
  'token-ended': { status: 401, title: 'The token is no longer taken', remedy: 'Have a new one made with whose-call token create.' },
  'out-of-scope': { status: 403, title: 'Outside the scope of the token', remedy: 'Send it with a token of that scope, or have one made with whose-call token create.' },
  'token-elsewhere': { status: 403, title: 'An import token opens imports and nothing else', remedy: 'Leave the Authorization header out, or send the file to /api/v1/imports.' },
  'cross-site': { status: 403, title: 'Requests from other sites are not answered', remedy: 'Open Whose Call at its own address.' },
  'header-required': { status: 403, title: 'An act needs the header X-Whose-Call: 1', remedy: 'Send the header X-Whose-Call: 1.' },
  'no-authority': { status: 403, title: 'Outside the authority recorded', remedy: 'Brief the person who can decide, or have the limit raised.' },
  'not-found': { status: 404, title: 'Nothing is recorded under this address', remedy: 'Check the id, or ask as of a later date.' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method', remedy: 'Use a method the Allow header names.' },
  'frozen-date': { status: 409, title: 'The record of a past date cannot be added to', remedy: 'Leave out asOf: acts are recorded today.' },
  'already-so': { status: 409, title: 'The record says so already', remedy: 'Nothing needs to be done.' },
  'out-of-date': { status: 409, title: 'The record changed meanwhile', remedy: 'Load the page again and make the change on top of what it shows then.' },
  'too-large': { status: 413, title: 'The body is larger than 256 KiB', remedy: 'Send less, or import a file.' },
  'file-too-large': { status: 413, title: 'The file is larger than is taken', remedy: 'Compress it, split it, or import it on the machine that holds the record.' },
  'media-type': { status: 415, title: 'An act is sent as application/json', remedy: 'Send Content-Type: application/json and no Content-Encoding.' },
  'wrong-host': { status: 421, title: 'This server does not answer for that host', remedy: 'Use the address the server printed when it started.' },
  'not-acceptable': { status: 422, title: 'The act cannot be recorded as sent', remedy: 'Set right what the errors name, and send it again.' },
  'busy': { status: 429, title: 'Too much arrives at once', remedy: 'Try again after the time the Retry-After header names.' },
  'out-of-order': { status: 500, title: 'Something in the server went wrong', remedy: 'Try again; if it stays, look for the id in the server log.' },
  'not-writable': { status: 503, title: 'The record cannot be written at the moment', remedy: 'Nothing was recorded. Try again in a minute.' },
}) satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

export const PROBLEM_TYPE = 'urn:whose-call:problem:';

/** RFC 9457 problem details, with what to do about it. */
export const problemSchema = z.strictObject({
  type: z.string().startsWith(PROBLEM_TYPE),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'One plain sentence: what was found.' }),
  remedy: z.string().meta({ description: 'One plain sentence: what to do about it.' }),
  instance: z.string().optional().meta({ description: 'Names this occurrence in the server log.' }),
  errors: z.array(z.strictObject({ place: z.string(), message: z.string() })).optional(),
  waysOn: z.array(z.string()).optional().meta({ description: 'Both ways on, where authority is missing: brief up, grant down.' }),
});
export type Problem = z.infer<typeof problemSchema>;
