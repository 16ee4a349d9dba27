export const lists: Readonly<Record<string, string>> = {
};
