export const knew: Readonly<Record<string, string>> = {
};
