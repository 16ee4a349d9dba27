export const risk: Readonly<Record<string, string>> = {
};
