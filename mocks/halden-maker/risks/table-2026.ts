/** Risks opened from May to November 2026. Cells as in the earlier table. */
export const RISKS_FROM_MAY = `
@2026-05
SIGNING-KEY
PAYMENT-CORE
Checkout API leaks stock to price robots              | checkout-api           | data     | CWE-799 | S | closed |
Refund approvals can be split under the limit         | refund-api             | fraud    | CWE-841 | M | ok |
Payout service trusts a header from the network       | payout-service         | access   | CWE-290 | M | I5 |
Sign-in help lets an agent change the mail address    | customer-sign-in contact-centre | access | CWE-269 | L | A4 | tunde.abara
Partner federation secrets are shared by mail         | partner-federation     | access   | CWE-522 | S | closed |
Warehouse query cost can be run up by anybody         | warehouse-query        | resilience | CWE-770 | S | P1 |
Stream processor keeps raw records too long           | stream-processor       | data     | CWE-459 | S | A5 decided | anneke.devries
Mobile gateway retries hide a slow attack             | mobile-gateway         | fraud    | CWE-307 | M | closed |
Build runners keep files between jobs                 | build-runners          | supply   | CWE-459 | M | closed |
Restore of the container platform takes three days    | container-platform     | resilience | | M | I6 |
Hosted signing module contract ends in March          | signing-hsm            | vendor   |         | - | ok | robert.achterberg
@2026-06
TOKEN-REPLAY
KEY-ROTATION
Payment page errors show a stack trace                | payment-page           | data     | CWE-209 | S | closed |
Dispute desk files are open to the whole floor        | dispute-desk           | data     | CWE-284 | S | closed |
Settlement cut-off can be moved by one person         | settlement-ledger      | fraud    | CWE-284 | M | A11 | ana.ruiz
Merchant statements are cached at the edge            | merchant-portal dns-edge | data   | CWE-525 | M | A4 | ana.ruiz
Access reviews are done from an old list              | access-requests        | access   |         | M | P2 |
Customer 360 answers questions about staff            | customer-360           | data     | CWE-359 | S | A9 | samir.haddad
Help centre vendor was bought by another firm         | help-centre            | vendor   |         | - | P8 |
iOS app keeps a photo of the card                     | ios-app                | data     | CWE-312 | M | closed closed@2026-10-28 |
Source host tokens of leavers still work              | source-host            | access   | CWE-613 | M | closed |
Backup vault keys sit beside the backups              | backup-vault           | resilience | CWE-522 | L | ok |
Attack surface scanner does not see two networks      | surface-scanner        | resilience | | - | ok |
@2026-07
LOYALTY-COPY
Basket service logs full addresses                    | basket-service         | data     | CWE-532 | S | closed |
Refund worker has a back door for operations          | refund-worker          | access   | CWE-912 | S | closed |
Card network gateway fails over to a shared line      | card-network-gateway   | resilience | | L | ok |
Risk scoring can be trained on test data              | risk-scoring           | data     |         | S | A5 decided unseen | siobhan.doyle
Session store can be emptied by any pod               | session-store          | resilience | CWE-284 | M | ok unseen |
Privileged access has two break-glass accounts        | privileged-access      | access   | CWE-250 | M | I2 |
Event bus upgrade drops encryption for an hour        | event-bus              | change   | CWE-319 | S | closed |
Board reports mix two currencies                      | board-reports          | data     |         | S | A9 unseen | samir.haddad
Android app opens any link as its own                 | android-app            | access   | CWE-939 | S | closed |
Storefront images come from a bucket anybody writes   | storefront             | supply   | CWE-732 | S | A5 decided | aisha.bello
Deploy controller can be started by a comment         | deploy-controller      | supply   | CWE-77  | M | closed A7 |
Old campaign site still takes sign-ups                | old-campaign-site      | data     | CWE-1104 | M | A1 shown:marta.halvorsen |
@2026-08
LICENCE-REPORT
Checkout API answers after the session has ended      | checkout-api           | access   | CWE-613 | S | closed |
Payout names are not checked against accounts         | payout-service         | fraud    | CWE-345 | L | A2left shown:ana.ruiz | stefan.krueger
Merchant API lists other merchants by number          | merchant-api           | data     | CWE-639 | M | ok unseen |
Identity checks vendor stores pictures abroad         | identity-checks        | vendor   |         | - | A2box shown:ana.ruiz | vendor-risk
Sign-in alerts go to a mailbox nobody owns            | customer-sign-in       | resilience | CWE-778 | S | A8 unseen | mateus.oliveira
Staff directory sync can remove a whole team          | staff-directory        | resilience | | - | ok |
Warehouse loader accepts a file from any partner      | warehouse-loader       | data     | CWE-345 | S | closed |
Usage metrics are sold without a contract clause      | usage-metrics          | vendor   |         | - | P1 |
Push notifications can be sent by a former vendor     | push-notifications     | vendor   | CWE-613 | M | P12 |
Partner console shows other partners' figures         | partner-console        | data     | CWE-639 | M | I1 | priya.raman
Secrets vault policies are edited in production       | secrets-vault          | change   | CWE-284 | M | closed closed@2026-11-05 |
Payroll bridge runs on a vendor's own laptop          | payroll-bridge         | vendor   |         | M | P2 |
Detection of card testing is switched off at night    | log-collector          | fraud    |         | - | P8 |
@2026-09
REFUND-RETRIES
Checkout web depends on a package with one author     | checkout-web           | supply   | CWE-1104 | - | ok |
Chargeback feed parser runs with full rights          | chargeback-feed        | change   | CWE-250 | - | ok |
Reconciliation results can be read by all partners    | reconciliation-jobs partner-exports | data | CWE-200 | M | A4 decided | ana.ruiz
Batch scheduler starts jobs as any user               | batch-scheduler        | access   | CWE-250 | M | A1 shown:marta.halvorsen |
Access to the finance ledger is reviewed once a year  | finance-ledger         | access   |         | S | ok |
Stream processor image is two years old               | stream-processor       | change   | CWE-1104 | - | ok raised |
Clickstream collector can be used to reach inside     | clickstream-collector  | access   | CWE-918 | M | A2vacant shown:mei-ling.tan | head-of-data-governance
iOS app review was passed with a test build           | ios-app                | change   |         | S | closed |
Storefront vendor tag reads the basket                | storefront             | supply   | CWE-829 | X | A3 | priya.raman
Artifact store accepts a package twice                | artifact-store         | supply   | CWE-494 | S | ok |
Edge logs leave out blocked requests                  | dns-edge               | resilience | CWE-778 | S | closed |
Field sales app keeps merchant contracts on phones    | field-sales-app        | data     | CWE-312 | S | unknown | p.nakamura
Contact centre vendor reuses our federation key       | contact-centre         | vendor   | CWE-321 | L | A3 decided | robert.achterberg
@2026-10
Payment page accepts a card after the cart is empty   | payment-page           | fraud    | CWE-841 | S | new |
Refund rules differ between app and desk              | refund-api dispute-desk | fraud   | CWE-841 | M | ok |
SETTLEMENT-FILE
Merchant portal sessions move between merchants       | merchant-portal        | access   | CWE-488 | M | ok |
Passkey service has no limit on new devices           | passkey-service        | access   | CWE-770 | S | ok |
Partner federation trusts a retired partner           | partner-federation     | access   | CWE-286 | M | ok |
Warehouse snapshots are public for a minute           | warehouse-query        | data     | CWE-732 | M | I4 |
Event bus keys are shared by two regions              | event-bus              | access   | CWE-321 | S | unknown | streaming-duty-alias
Mobile gateway accepts an old app forever             | mobile-gateway         | change   | CWE-1104 | S | new |
Push notifications show balances on a locked screen   | push-notifications     | data     | CWE-200 | - | ok |
Build runners can reach the production network        | build-runners          | supply   | CWE-668 | M | A5 | grace.kim
Dashboards can start a job                            | observability          | change   | CWE-284 | - | I5 |
Log collector has no second region                    | log-collector          | resilience | | - | ok |
Fax gateway prints merchant contracts                 | fax-gateway            | data     | CWE-200 | S | A1 |
@2026-11
Checkout API error rate hides card testing            | checkout-api           | fraud    | CWE-307 | M | new |
Settlement ledger has two clocks                      | settlement-ledger      | change   |         | - | new | ana.ruiz
Merchant API webhooks can be aimed inside             | merchant-api           | access   | CWE-918 | M | new | ana.ruiz
Sign-in web shows which addresses exist               | sign-in-web            | access   | CWE-204 | S | new |
Access requests can be approved from a phone          | access-requests        | access   | CWE-287 | - | new |
Customer 360 join reveals a removed customer          | customer-360           | data     | CWE-359 | S | new |
Account pages keep a session after sign-out           | account-pages          | access   | CWE-613 | S | new | priya.raman
Android app backs up its own keys                     | android-app            | data     | CWE-312 | S | new |
Deploy controller logs a signing token                | deploy-controller      | supply   | CWE-532 | M | new |
Container platform accepts images without a signature | container-platform     | supply   | CWE-494 | - | new |
Print vendor asks for a new data feed                 | contact-centre         | vendor   |         | - | new |
`;
