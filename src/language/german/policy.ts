export const policy: Readonly<Record<string, string>> = {
};
