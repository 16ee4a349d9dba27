export const exposureWords: Readonly<Record<string, string>> = {
};
