export const replayWords: Readonly<Record<string, string>> = {
};
