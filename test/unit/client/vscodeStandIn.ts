/** What of VS Code's API plain parts of the client use: their texts, in English. */
export const l10n = {
  t: (message: string, ...parts: readonly (string | number | boolean)[]): string =>
    message.replace(/\{(\d)\}/g, (whole, index) => String(parts[Number(index)] ?? whole)),
};
