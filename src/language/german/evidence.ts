export const evidence: Readonly<Record<string, string>> = {
};
