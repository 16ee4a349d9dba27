/** What the policy of a record that sets none is called. By itself, because a page names the version and needs none of the defaults. */
export const DEFAULT_POLICY_VERSION = 'product-defaults-1';
