export const recordWords: Readonly<Record<string, string>> = {
};
