export const changes: Readonly<Record<string, string>> = {
};
