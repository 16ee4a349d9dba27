export const ownership: Readonly<Record<string, string>> = {
};
