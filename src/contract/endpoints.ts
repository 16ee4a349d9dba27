import { z } from 'zod';
import {
  acknowledgementBody, actResponse, briefingBody, datesBody, decisionBody, escalationBody, estimateBody, grantBody, ownerAnswerBody, ownerBody,
} from '#contract/act.ts';
import { caseListSchema, caseViewSchema } from '#contract/case.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { idSchema, limitText, noFields, typedText } from '#contract/fields.ts';
import { findingListQuery } from '#contract/finding-list-query.ts';
import { findingListSchema, findingViewSchema } from '#contract/finding.ts';
import { importListSchema, importSendQuery, importSentSchema } from '#contract/import-report.ts';
import { mappingBody, mappingListSchema, mappingPreviewBody, mappingPreviewSchema, withdrawBody } from '#contract/mapping.ts';
import { packBody, packResponse } from '#contract/pack.ts';
import { pictureSchema } from '#contract/picture.ts';
import { policyPreviewBody, policyPreviewSchema, policySaveBody, policyViewSchema } from '#contract/policy.ts';
import type { ProblemCode } from '#contract/problem.ts';
import { riverSchema } from '#contract/river.ts';
import { searchSchema } from '#contract/search.ts';
import { heldScanBody, sourceListSchema } from '#contract/sources.ts';
import { daySchema } from '#contract/when.ts';

const asOf = daySchema.optional().meta({ description: 'The record as it was known at the end of this day. Absent = now.' });
const ofId = z.strictObject({ id: idSchema });
const riskAct = { params: ofId, query: z.strictObject({ asOf }), response: actResponse, status: 201 } as const;
const reads = ['bad-request', 'bad-path', 'cross-site', 'wrong-host', 'out-of-order'] as const satisfies ProblemCode[];
const acts = [
  ...reads, 'header-required', 'not-found', 'frozen-date', 'too-large', 'media-type', 'not-acceptable', 'not-writable',
] as const satisfies ProblemCode[];

/** The whole API as a table. The server binds every row, the web app and the mocks speak through it. */
export const endpoints = {
  pictureView: {
    method: 'GET', path: '/api/v1/picture', status: 200,
    summary: 'Everything the brief and every page down to a risk is drawn from',
    params: noFields,
    query: z.strictObject({
      asOf,
      against: daySchema.optional().meta({ description: 'The earlier date of "what changed". Absent = end of the previous quarter.' }),
    }),
    body: null, response: pictureSchema, problems: reads,
  },
  findingList: {
    method: 'GET', path: '/api/v1/findings', status: 200,
    summary: 'Findings of a place, most severe first and then newest, paged by cursor',
    params: noFields,
    query: findingListQuery,
    body: null, response: findingListSchema, problems: [...reads, 'bad-cursor'],
  },
  riverView: {
    method: 'GET', path: '/api/v1/river', status: 200,
    summary: 'Findings of a place counted: made and found by stage, found, fixed and open by week, introduced and fixed by team',
    params: noFields,
    query: z.strictObject({ asOf, team: idSchema.optional(), process: idSchema.optional() }),
    body: null, response: riverSchema, problems: reads,
  },
  findingView: {
    method: 'GET', path: '/api/v1/findings/:id', status: 200,
    summary: 'One finding, the risks that rest on it and the decisions about it',
    params: ofId, query: z.strictObject({ asOf }),
    body: null, response: findingViewSchema, problems: [...reads, 'not-found'],
  },
  search: {
    method: 'GET', path: '/api/v1/search', status: 200,
    summary: 'Teams, people, services, processes, risks and findings by name or id',
    params: noFields, query: z.strictObject({ q: typedText(200), asOf }),
    body: null, response: searchSchema, problems: reads,
  },
  importList: {
    method: 'GET', path: '/api/v1/imports', status: 200,
    summary: 'What arrived, when, and what was not taken and why',
    params: noFields, query: z.strictObject({ limit: limitText.optional() }),
    body: null, response: importListSchema, problems: reads,
  },
  caseList: {
    method: 'GET', path: '/api/v1/cases', status: 200,
    summary: 'Documented breaches and controls that come with the product, with what a replay of each shows',
    params: noFields, query: noFields,
    body: null, response: caseListSchema, problems: reads,
  },
  caseReplay: {
    method: 'GET', path: '/api/v1/cases/:id', status: 200,
    summary: 'One documented case day by day: what became known, which flags are up, and what each rests on',
    params: ofId, query: noFields,
    body: null, response: caseViewSchema, problems: [...reads, 'not-found'],
  },
  importSend: {
    method: 'POST', path: '/api/v1/imports', status: 200, upload: true,
    summary: 'One file or archive with an import token: read in within the scope of the token, and what became of it',
    params: noFields, query: importSendQuery,
    body: null, response: importSentSchema,
    problems: [...reads, 'token-in-address', 'token-required', 'token-unknown', 'token-ended', 'out-of-scope', 'file-too-large', 'media-type', 'busy', 'not-writable'],
  },
  sourceList: {
    method: 'GET', path: '/api/v1/sources', status: 200,
    summary: 'Every source with what it brought and what was not taken, how much of the record is covered, and what has no owner',
    params: noFields, query: z.strictObject({ asOf }),
    body: null, response: sourceListSchema, problems: reads,
  },
  recordExport: {
    method: 'GET', path: '/api/v1/record', status: 200,
    summary: 'The whole record, every version, in the whose-call/1 workspace format',
    params: noFields, query: noFields,
    body: null, response: z.looseObject({ schema: z.literal('whose-call/1') }), problems: reads,
  },
  briefingSend: {
    ...riskAct, method: 'POST', path: '/api/v1/risks/:id/briefings', body: briefingBody,
    summary: 'Send evidence on a risk to a person; proves sending, not knowing',
    problems: acts,
  },
  evidenceAcknowledge: {
    ...riskAct, method: 'POST', path: '/api/v1/evidence/:id/acknowledgements', body: acknowledgementBody,
    summary: 'Record that a person has seen a piece of evidence',
    problems: acts,
  },
  riskEscalate: {
    ...riskAct, method: 'POST', path: '/api/v1/risks/:id/escalations', body: escalationBody,
    summary: 'Pass a risk up to a person, with a new date if one is agreed',
    problems: acts,
  },
  ownerPropose: {
    ...riskAct, method: 'POST', path: '/api/v1/risks/:id/owner', body: ownerBody,
    summary: 'Propose the person who decides a risk; it is theirs once they accept',
    problems: [...acts, 'already-so'],
  },
  ownerAnswer: {
    ...riskAct, method: 'POST', path: '/api/v1/risks/:id/owner/answer', body: ownerAnswerBody,
    summary: 'Record that the person proposed to decide a risk accepts, or declines',
    problems: acts,
  },
  dueDateSet: {
    ...riskAct, method: 'POST', path: '/api/v1/risks/:id/dates', body: datesBody,
    summary: 'Set the day by which a risk is settled, or reviewed',
    problems: [...acts, 'already-so'],
  },
  exposureEstimate: {
    ...riskAct, method: 'POST', path: '/api/v1/risks/:id/estimates', body: estimateBody,
    summary: 'State how often a risk happens and what one time costs, each as a 90% range, with who says so',
    problems: acts,
  },
  decisionRecord: {
    ...riskAct, method: 'POST', path: '/api/v1/risks/:id/decisions', body: decisionBody,
    summary: 'Record a decision about a risk, within the authority of the person who makes it',
    problems: [...acts, 'no-authority'],
  },
  grantGive: {
    ...riskAct, params: noFields, method: 'POST', path: '/api/v1/grants', body: grantBody,
    summary: 'Give a person authority over services, up to a limit and a date, out of one\'s own',
    problems: acts,
  },
  policyView: {
    method: 'GET', path: '/api/v1/policy', status: 200,
    summary: 'Every setting of the policy in force on a day: value, default and why, flags it moves, who changed it',
    params: noFields, query: z.strictObject({ asOf }),
    body: null, response: policyViewSchema, problems: reads,
  },
  policyPreview: {
    method: 'POST', path: '/api/v1/policy/preview', status: 200,
    summary: 'What changes to the policy would do to the flags of today; nothing is saved',
    params: noFields, query: z.strictObject({ asOf }),
    body: policyPreviewBody, response: policyPreviewSchema, problems: [...acts, 'already-so'],
  },
  policySave: {
    ...riskAct, params: noFields, method: 'POST', path: '/api/v1/policy', body: policySaveBody,
    summary: 'Record a new version of the policy, with the reason; earlier versions and what was judged by them stay',
    problems: [...acts, 'already-so', 'out-of-date'],
  },
  mappingList: {
    method: 'GET', path: '/api/v1/mappings', status: 200,
    summary: 'What says which risk findings reach, with who said so, when, and how many open findings it takes; and what reaches no risk',
    params: noFields, query: z.strictObject({ asOf }),
    body: null, response: mappingListSchema, problems: reads,
  },
  mappingPreview: {
    method: 'POST', path: '/api/v1/mappings/preview', status: 200,
    summary: 'How many findings a mapping would take, to which risks, and the first of them by name; nothing is saved',
    params: noFields, query: z.strictObject({ asOf }),
    body: mappingPreviewBody, response: mappingPreviewSchema, problems: acts,
  },
  mappingMake: {
    ...riskAct, params: noFields, method: 'POST', path: '/api/v1/mappings', body: mappingBody,
    summary: 'Map findings to a risk by name or by a rule, or make derived risks of a service and weakness family each',
    problems: [...acts, 'out-of-date'],
  },
  mappingWithdraw: {
    ...riskAct, method: 'POST', path: '/api/v1/mappings/:id/withdrawal', body: withdrawBody,
    summary: 'Take a mapping back from today on; derived risks nobody took or decided are closed',
    problems: [...acts, 'already-so'],
  },
  heldScanSettle: {
    ...riskAct, method: 'POST', path: '/api/v1/held-scans/:id', body: heldScanBody,
    summary: 'Release a held scan, so that what it no longer finds counts as fixed, or discard it, so that everything stays open',
    problems: [...acts, 'already-so'],
  },
  packSeal: {
    method: 'POST', path: '/api/v1/packs', status: 201,
    summary: 'Take a board pack as of a day, seal it with its hash and put it on record',
    params: noFields, query: z.strictObject({ asOf }), body: packBody, response: packResponse,
    problems: acts,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
export type ParamsOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['params']>;
export type QueryOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['query']>;
export type BodyOf<N extends EndpointName> = (typeof endpoints)[N]['body'] extends z.ZodType
  ? z.output<(typeof endpoints)[N]['body']>
  : null;
export type ResponseOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['response']>;
