export const coverage: Readonly<Record<string, string>> = {
};
