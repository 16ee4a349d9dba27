export const paper: Readonly<Record<string, string>> = {
};
