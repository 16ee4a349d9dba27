import type { endpoints, EndpointName } from '#contract/endpoints.ts';

/**
 * The paths of the contract, word for word. Only the contract's types are imported, so that the browser
 * does not load its schemas; a path that is not the contract's does not compile.
 */
const endpointPaths: { readonly [N in EndpointName]: (typeof endpoints)[N]['path'] } = {
  pictureView: '/api/v1/picture',
  findingList: '/api/v1/findings',
  riverView: '/api/v1/river',
  findingView: '/api/v1/findings/:id',
  search: '/api/v1/search',
  importList: '/api/v1/imports',
  importSend: '/api/v1/imports',
  sourceList: '/api/v1/sources',
  mappingList: '/api/v1/mappings',
  mappingPreview: '/api/v1/mappings/preview',
  mappingMake: '/api/v1/mappings',
  mappingWithdraw: '/api/v1/mappings/:id/withdrawal',
  heldScanSettle: '/api/v1/held-scans/:id',
  caseList: '/api/v1/cases',
  caseReplay: '/api/v1/cases/:id',
  recordExport: '/api/v1/record',
  briefingSend: '/api/v1/risks/:id/briefings',
  evidenceAcknowledge: '/api/v1/evidence/:id/acknowledgements',
  riskEscalate: '/api/v1/risks/:id/escalations',
  ownerPropose: '/api/v1/risks/:id/owner',
  ownerAnswer: '/api/v1/risks/:id/owner/answer',
  dueDateSet: '/api/v1/risks/:id/dates',
  exposureEstimate: '/api/v1/risks/:id/estimates',
  decisionRecord: '/api/v1/risks/:id/decisions',
  grantGive: '/api/v1/grants',
  packSeal: '/api/v1/packs',
  policyView: '/api/v1/policy',
  policyPreview: '/api/v1/policy/preview',
  policySave: '/api/v1/policy',
};

/** Path and query of a request, ids and values encoded, absent values left out. */
export function requestAddress(name: EndpointName, params: object, query: object): string {
  const given = new Map<string, unknown>(Object.entries(params));
  const path = endpointPaths[name].replaceAll(/:([a-zA-Z]+)/g, (_, field: string) => encodeURIComponent(String(given.get(field))));
  const values = new URLSearchParams();
  for (const [field, value] of Object.entries(query)) {
    if (value !== undefined) values.append(field, String(value));
  }
  const text = values.toString();
  return text === '' ? path : `${path}?${text}`;
}
