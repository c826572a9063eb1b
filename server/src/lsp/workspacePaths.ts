/**
 * The workspace folder that a document lies in.
 * @param uri of the document
 * @param folders URIs of the workspace folders
 * @returns the innermost one, without `/` at its end; undefined where it lies in none
 */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  return folders
    .map((folder) => folder.replace(/\/+$/, ''))
    .filter((folder) => pathBelow(uri, folder) !== undefined)
    .sort((one, other) => other.length - one.length)[0];
}

/**
 * A file's path from a folder, percent signs resolved, so that it is the same however it is encoded.
 * @param uri of the file
 * @param folder URI, without `/` at its end
 * @returns undefined where the file does not lie below the folder
 */
export function pathBelow(uri: string, folder: string): string | undefined {
  const file = decoded(uri);
  const top = `${decoded(folder)}/`;
  return file.startsWith(top) && file.length > top.length ? file.slice(top.length) : undefined;
}

/**
 * The URI of a file.
 * @param folder URI, without `/` at its end
 * @param path from the folder, `/` between folders
 */
export function uriBelow(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
