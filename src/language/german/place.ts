export const place: Readonly<Record<string, string>> = {
};
