import type { LoadedConfiguration } from './loadConfiguration.ts';

/** The configurations of the files that a command is called with. */
export interface ConfigurationFinder {
  /**
   * @param document path as the user wrote it
   * @returns undefined where there is none; problems are in what is found
   */
  find(document: string): Promise<LoadedConfiguration | undefined>;
  /** The document's path as the found configuration counts paths. */
  pathOf(document: string): string;
  /** What a found path is called in messages. */
  nameOf(path: string): string;
}
