export const conditions: Readonly<Record<string, string>> = {
};
