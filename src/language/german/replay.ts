export const replay: Readonly<Record<string, string>> = {
};
