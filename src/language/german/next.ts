export const next: Readonly<Record<string, string>> = {
};
