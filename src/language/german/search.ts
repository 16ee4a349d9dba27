export const search: Readonly<Record<string, string>> = {
};
