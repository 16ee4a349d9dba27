/**
 * Annotations this product reads in a catalog, beside those that forges and Backstage define. Each stands
 * on the kind of entity named behind it; a person is a user reference, `ana` or `user:default/ana`.
 */
export const annotations = {
  /** Group: the person who leads the team. `spec.lead` or `spec.profile.lead` count too. */
  lead: 'whose-call.io/lead',
  /** Group: engineering, platform, business, security, assurance or governing. */
  teamKind: 'whose-call.io/team-kind',
  /** User: the person they report to. */
  manager: 'whose-call.io/manager',
  /** User: job title. */
  title: 'whose-call.io/title',
  /** Component, API, Resource, System: id of the release process it ships through. */
  releaseProcess: 'whose-call.io/release-process',
  /** Component, API, Resource: internet, partner, internal or unknown. */
  exposure: 'whose-call.io/exposure',
  /** Component: where the source lives, as `host/owner/name` or an address. */
  repository: 'whose-call.io/repository',
} as const;
