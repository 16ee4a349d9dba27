export const brief: Readonly<Record<string, string>> = {
};
