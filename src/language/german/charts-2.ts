export const charts2: Readonly<Record<string, string>> = {
};
