export const sourcesWords: Readonly<Record<string, string>> = {
};
