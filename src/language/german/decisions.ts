export const decisions: Readonly<Record<string, string>> = {
};
