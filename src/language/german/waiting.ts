export const waiting: Readonly<Record<string, string>> = {
};
