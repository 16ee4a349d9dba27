export const compare: Readonly<Record<string, string>> = {
};
