export const common: Readonly<Record<string, string>> = {
};
