export const pack: Readonly<Record<string, string>> = {
};
