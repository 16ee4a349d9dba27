export const releaseWords: Readonly<Record<string, string>> = {
};
