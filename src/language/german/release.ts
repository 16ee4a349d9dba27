export const release: Readonly<Record<string, string>> = {
};
