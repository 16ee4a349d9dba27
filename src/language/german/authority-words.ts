export const authorityWords: Readonly<Record<string, string>> = {
};
