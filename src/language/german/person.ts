export const person: Readonly<Record<string, string>> = {
};
