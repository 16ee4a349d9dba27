export const team: Readonly<Record<string, string>> = {
};
