import { serviceExposures, type ServiceExposure } from '#core/record/entities.ts';
import { cell, optionalCell, rowsOf, words } from '#mocks/halden-maker/table.ts';

/** A service as the catalog names it on the first day of the sample. */
export interface ServiceSpec {
  id: string;
  title: string;
  /** Empty for a service nobody is recorded as owning. */
  teamId: string | undefined;
  exposure: ServiceExposure;
  processId: string | undefined;
  language: string;
  dependsOn: readonly string[];
}

const SERVICES = `
# id                   | title                       | team                | exposure | process        | language   | depends on
checkout-api           | Checkout API                | checkout            | internet | service-train  | kotlin     | price-engine basket-service card-network-gateway token-service
payment-page           | Payment page                | checkout            | internet | web-deploy     | typescript | checkout-api
basket-service         | Basket service              | checkout            | internal | service-train  | kotlin     | event-bus
price-engine           | Price engine                | checkout            | internal | service-train  | kotlin     | warehouse-query
checkout-web           | Checkout web                | checkout            | internet | web-deploy     | typescript | checkout-api
refund-api             | Refund API                  | refunds             | partner  | service-train  | kotlin     | settlement-ledger token-service
refund-worker          | Refund worker               | refunds             | internal | service-train  | kotlin     | refund-api event-bus
dispute-desk           | Dispute desk                | refunds             | internal | web-deploy     | typescript | refund-api
chargeback-feed        | Chargeback feed             | refunds             | partner  | data-pipelines | python     | event-bus
settlement-ledger      | Settlement ledger           | settlement          | internal | service-train  | java       | event-bus
payout-service         | Payout service              | settlement          | partner  | service-train  | java       | settlement-ledger card-network-gateway
reconciliation-jobs    | Reconciliation jobs         | settlement          | internal | data-pipelines | python     | settlement-ledger warehouse-query
card-network-gateway   | Card network gateway        | settlement          | partner  | vendors        | vendor     |
merchant-portal        | Merchant portal             | merchant-onboarding | internet | web-deploy     | typescript | merchant-api
merchant-api           | Merchant API                | merchant-onboarding | internet | service-train  | kotlin     | settlement-ledger token-service
identity-checks        | Identity checks             | merchant-onboarding | partner  | vendors        | vendor     |
risk-scoring           | Risk scoring                | merchant-onboarding | internal |                | python     | customer-360
customer-sign-in       | Customer sign-in            | security-engineering | internet | service-train | go         | token-service session-store
token-service          | Token service               | security-engineering | internet | service-train | go         | secrets-vault session-store
session-store          | Session store               | sign-in             | internal | infrastructure | terraform  | container-platform
passkey-service        | Passkey service             | sign-in             | internet | service-train  | go         | customer-sign-in
sign-in-web            | Sign-in web                 | sign-in             | internet | web-deploy     | typescript | customer-sign-in
staff-directory        | Staff directory             | access-admin        | internal | service-train  | java       |
access-requests        | Access requests             | access-admin        | internal | service-train  | java       | staff-directory
privileged-access      | Privileged access           | access-admin        | internal | infrastructure | terraform  | staff-directory secrets-vault
partner-federation     | Partner federation          | access-admin        | partner  | service-train  | go         | token-service
warehouse-loader       | Warehouse loader            | warehouse           | internal | data-pipelines | python     | event-bus
warehouse-query        | Warehouse query             | warehouse           | internal | infrastructure | terraform  |
customer-360           | Customer 360                | warehouse           | internal | data-pipelines | python     | warehouse-query
event-bus              | Event bus                   | streaming           | internal | infrastructure | terraform  | container-platform
clickstream-collector  | Clickstream collector       | streaming           | internet | service-train  | go         | event-bus
stream-processor       | Stream processor            | streaming           | internal | data-pipelines | java       | event-bus
board-reports          | Board reports               | insights            | internal |                | python     | warehouse-query
partner-exports        | Partner exports             | insights            | partner  | data-pipelines | python     | warehouse-query
usage-metrics          | Usage metrics               | insights            | internal | data-pipelines | python     | stream-processor
ios-app                | iOS app                     | mobile-apps         | internet | app-store      | swift      | mobile-gateway
android-app            | Android app                 | mobile-apps         | internet | app-store      | kotlin     | mobile-gateway
mobile-gateway         | Mobile gateway              | mobile-apps         | internet | service-train  | go         | token-service checkout-api
push-notifications     | Push notifications          | mobile-apps         | partner  | vendors        | vendor     |
storefront             | Storefront                  | web-storefront      | internet | web-deploy     | typescript | price-engine clickstream-collector
account-pages          | Account pages               | web-storefront      | internet | web-deploy     | typescript | customer-sign-in
help-centre            | Help centre                 | web-storefront      | internet | vendors        | vendor     |
partner-console        | Partner console             | partner-web         | partner  | web-deploy     | typescript | partner-federation partner-exports
release-signing        | Release signing             | build-release       | internal | infrastructure | go         | secrets-vault signing-hsm
deploy-controller      | Deploy controller           | build-release       | internal | infrastructure | go         | container-platform release-signing
artifact-store         | Artifact store              | build-release       | internal | infrastructure | terraform  |
build-cache            | Build cache                 | developer-tools     | internal | infrastructure | go         | artifact-store
source-host            | Source host                 | developer-tools     | internal | vendors        | vendor     |
build-runners          | Build runners               | developer-tools     | internal | infrastructure | terraform  | build-cache
container-platform     | Container platform          | cloud-runtime       | internal | infrastructure | terraform  | dns-edge
dns-edge               | DNS and edge                | cloud-runtime       | internet | infrastructure | terraform  |
secrets-vault          | Secrets vault               | cloud-runtime       | internal | infrastructure | terraform  |
observability          | Observability               | cloud-runtime       | internal | infrastructure | terraform  |
backup-vault           | Backup vault                | cloud-runtime       | internal | infrastructure | terraform  |
log-collector          | Log collector               | security-operations | internal | infrastructure | go         | event-bus
surface-scanner        | Attack surface scanner      | security-testing    | internal |                | python     |
legacy-sso             | Legacy single sign-on       | finance-systems     | internet | infrastructure | java       | staff-directory
finance-ledger         | Finance ledger              | finance-systems     | internal | vendors        | vendor     | legacy-sso
payroll-bridge         | Payroll bridge              | finance-systems     | partner  | vendors        | vendor     | legacy-sso
signing-hsm            | Signing module (hosted)     | vendor-management   | partner  | vendors        | vendor     |
contact-centre         | Contact centre              | vendor-management   | partner  | vendors        | vendor     | partner-federation
loyalty-import         | Loyalty import              |                     | unknown  | data-pipelines | python     | warehouse-loader
old-campaign-site      | Campaign site of 2023       |                     | internet |                | php        |
partner-sandbox        | Partner sandbox             |                     | internet | service-train  | kotlin     | partner-federation
batch-scheduler        | Batch scheduler             |                     | internal | service-train  | java       | settlement-ledger
fax-gateway            | Fax gateway                 |                     | partner  |                | vendor     |
field-sales-app        | Field sales app             |                     | unknown  |                | swift      | merchant-api
`;

export const services: readonly ServiceSpec[] = rowsOf(SERVICES).map((row) => ({
  id: cell(row, 0),
  title: cell(row, 1),
  teamId: optionalCell(row, 2),
  exposure: exposureOf(cell(row, 3)),
  processId: optionalCell(row, 4),
  language: cell(row, 5),
  dependsOn: words(optionalCell(row, 6) ?? ''),
}));

/** Services that moved from security to Identity in August, and the day the catalog said so. */
export const MOVED = { at: '2026-08-17', serviceIds: ['customer-sign-in', 'token-service'], toTeamId: 'sign-in' } as const;

/** The service with an id. */
export function serviceOf(id: string): ServiceSpec {
  const service = services.find((one) => one.id === id);
  if (service === undefined) throw new Error(`No service ${id}.`);
  return service;
}

/** The team that owns a service on a day, the move of August included. */
export function ownerOn(id: string, day: string): string | undefined {
  const moved = MOVED.serviceIds.some((one) => one === id) && day >= MOVED.at;
  return moved ? MOVED.toTeamId : serviceOf(id).teamId;
}

/** Where the source of a service lives. Bought-in services have none. */
export function repositoryOf(service: ServiceSpec): string | undefined {
  return service.language === 'vendor' ? undefined : `halden-group/${service.id}`;
}

function exposureOf(text: string): ServiceExposure {
  const exposure = serviceExposures.find((one) => one === text);
  if (exposure === undefined) throw new Error(`No exposure ${text}.`);
  return exposure;
}
