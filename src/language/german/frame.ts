export const frame: Readonly<Record<string, string>> = {
};
