export const charts: Readonly<Record<string, string>> = {
};
