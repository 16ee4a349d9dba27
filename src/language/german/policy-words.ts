export const policyWords: Readonly<Record<string, string>> = {
};
