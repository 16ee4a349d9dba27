export const acts: Readonly<Record<string, string>> = {
};
