export const translate: Readonly<Record<string, string>> = {
};
