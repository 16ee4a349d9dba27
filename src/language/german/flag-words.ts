export const flagWords: Readonly<Record<string, string>> = {
};
