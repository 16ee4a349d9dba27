export const measure: Readonly<Record<string, string>> = {
};
