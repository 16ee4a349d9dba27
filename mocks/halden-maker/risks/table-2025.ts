/** Risks opened from November 2025 to April 2026. Cells: label | services | category | class | size | state | owner. */
export const RISKS_TO_APRIL = `
@2025-11
Checkout session survives a change of card            | checkout-api           | fraud    | CWE-613 | S | closed |
Merchant passwords may be reused after a reset        | merchant-portal        | access   | CWE-640 | M | closed |
Warehouse rows are not masked for analysts            | warehouse-query        | data     | CWE-200 | M | closed closed@2026-11-11 |
Backups of the ledger are kept in one region          | backup-vault           | resilience | | L | closed |
Build runners share one cloud role                    | build-runners          | supply   | CWE-250 | M | closed |
Container images start as root                        | container-platform     | change   | CWE-250 | M | closed |
Chargeback files arrive without a signature           | chargeback-feed        | fraud    | CWE-345 | S | closed |
Staff directory answers anonymous queries             | staff-directory        | access   | CWE-306 | S | closed |
Domain transfer lock is off for two names             | dns-edge               | resilience | | M | closed |
Push tokens are kept after an account is closed       | push-notifications     | data     | CWE-459 | S | closed |
Payroll files are sent as mail attachments            | payroll-bridge         | vendor   | CWE-319 | M | ok transfer |
Ledger reports can be edited after sign-off           | finance-ledger         | data     | CWE-345 | - | ok accept |
Contact centre records card numbers on calls          | contact-centre         | vendor   | CWE-532 | M | closed | robert.achterberg
Log retention is shorter than an investigation        | log-collector          | resilience | | S | closed |
@2025-12
Price rules can be read by competitors                | price-engine           | data     | CWE-200 | S | closed |
Basket service trusts prices from the browser         | basket-service         | fraud    | CWE-602 | M | closed |
Payout batches have no second signature               | payout-service         | fraud    | CWE-306 | L | closed |
Passkeys can be added without asking again            | passkey-service        | access   | CWE-306 | S | closed |
Old admin accounts stay open after leavers            | access-requests        | access   | CWE-286 | M | closed |
Customer 360 copies addresses into test               | customer-360           | data     | CWE-200 | M | closed |
Event bus topics are open to every service            | event-bus              | access   | CWE-284 | M | ok unseen |
iOS app stores refresh tokens in a plain file         | ios-app                | access   | CWE-312 | M | closed |
Storefront search echoes what was typed               | storefront             | change   | CWE-79  | S | closed |
Source host administrators are shared accounts        | source-host            | supply   | CWE-287 | M | ok |
Secrets vault has no tested recovery                  | secrets-vault          | resilience | | M | closed |
Help centre vendor keeps chats for ten years          | help-centre            | vendor   | CWE-459 | - | ok accept |
@2026-01
BUILD-CACHE
SSO-BYPASS
Refund notes can hold card numbers                    | refund-api             | data     | CWE-532 | S | closed |
Reconciliation runs with a person's own account       | reconciliation-jobs    | access   | CWE-250 | S | closed |
Merchant API keys never end                           | merchant-api           | access   | CWE-324 | M | closed |
Identity checks vendor may answer from a cache        | identity-checks        | vendor   | CWE-345 | M | ok unseen |
Session store is shared with a test system            | session-store          | access   | CWE-488 | M | closed |
Partner federation accepts unsigned metadata          | partner-federation     | access   | CWE-345 | M | closed |
Stream processor drops records when it is behind      | stream-processor       | resilience | | - | ok accept |
Board reports are built on a person's laptop          | board-reports          | data     |         | - | ok |
Android app accepts any certificate in debug builds   | android-app            | change   | CWE-295 | S | closed |
Account pages leak order numbers in links             | account-pages          | data     | CWE-598 | S | closed |
Deploy controller has rights over every cluster       | deploy-controller      | supply   | CWE-250 | L | ok A7 |
Dashboards hold production secrets in screenshots     | observability          | data     | CWE-200 | S | closed |
@2026-02
Payment page loads a script from a tag manager        | payment-page           | supply   | CWE-829 | L | ok |
Checkout retries charge twice when the network drops  | checkout-api           | fraud    | CWE-837 | M | closed |
Dispute desk shows full card numbers to all agents    | dispute-desk           | data     | CWE-200 | S | closed |
Ledger entries can be posted to a closed day          | settlement-ledger      | fraud    | CWE-284 | M | closed |
Risk scoring model takes input from the merchant      | risk-scoring           | fraud    | CWE-20  | M | closed | ana.ruiz
Sign-in web can be framed by another site             | sign-in-web            | access   | CWE-1021 | S | closed |
Privileged sessions are not recorded                  | privileged-access      | access   | CWE-778 | M | closed |
Partner exports are sent to addresses typed by hand   | partner-exports        | data     | CWE-200 | M | closed |
Usage metrics can name a single customer              | usage-metrics          | data     | CWE-359 | S | closed closed@2026-10-09 |
Mobile gateway has one key for both apps              | mobile-gateway         | access   | CWE-798 | M | closed |
Artifact store keeps packages nobody built            | artifact-store         | supply   | CWE-494 | M | closed A7 |
Edge certificates are renewed by hand                 | dns-edge               | resilience | CWE-298 | M | closed |
@2026-03
VENDOR-TOKEN
Checkout web caches a page with an address            | checkout-web           | data     | CWE-525 | S | closed |
Refund worker replays messages after a restart        | refund-worker          | fraud    | CWE-837 | S | closed |
Payout files can be changed on the share              | payout-service         | fraud    | CWE-345 | L | ok |
Merchant portal lets support act as a merchant        | merchant-portal        | access   | CWE-269 | M | A6 |
Access requests are approved by their own maker       | access-requests        | access   | CWE-284 | S | closed |
Warehouse loader runs old parsing code                | warehouse-loader       | change   | CWE-1104 | S | closed |
Event bus has one administrator password              | event-bus              | access   | CWE-798 | S | closed |
Clickstream collector takes any field it is sent      | clickstream-collector  | data     | CWE-20  | S | A8 | lucie.moreau
Storefront sign-up can be filled by robots            | storefront             | fraud    | CWE-799 | S | closed |
Cluster upgrade waits on one retired tool             | container-platform     | change   | CWE-1104 | M | ok unseen |
Vault tokens are written to build logs                | secrets-vault          | supply   | CWE-532 | S | closed |
Log collector can be filled from outside              | log-collector          | resilience | CWE-400 | S | closed |
@2026-04
Basket totals differ between app and web              | basket-service         | fraud    | CWE-682 | S | closed |
Price engine accepts a negative quantity              | price-engine           | fraud    | CWE-20  | S | closed |
Chargeback feed can be delayed by one partner         | chargeback-feed        | resilience | | - | ok |
Reconciliation differences are closed by age          | reconciliation-jobs    | fraud    |         | M | ok raised |
Merchant onboarding skips a check on weekends         | merchant-api identity-checks | fraud | CWE-841 | M | closed |
PASSKEY-RECOVERY
Staff directory copies are mailed to vendors          | staff-directory        | vendor   | CWE-200 | - | ok |
Data steward rights are given for life                | customer-360           | access   | CWE-269 | S | P3 |
Partner exports keep removed customers                | partner-exports        | data     | CWE-459 | M | I2 |
Android app ships a library without an author         | android-app            | supply   | CWE-1104 | M | closed |
Account pages answer for the wrong customer           | account-pages          | data     | CWE-639 | M | closed |
Edge rules are changed outside the pipeline           | dns-edge               | change   | CWE-284 | M | closed closed@2026-10-22 |
`;
