export const server: Readonly<Record<string, string>> = {
};
