export const translateWords: Readonly<Record<string, string>> = {
};
