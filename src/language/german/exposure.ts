export const exposure: Readonly<Record<string, string>> = {
};
