export const ledger: Readonly<Record<string, string>> = {
};
