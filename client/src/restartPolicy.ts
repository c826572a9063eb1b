/** Crashes further apart than this do not count as repeated. In milliseconds. */
const memory = 180_000;

/** What to wait after the first, second, ... crash, in milliseconds; after more, no restart. */
const delays = [500, 1_000, 2_000, 4_000];

/** When to start the server again after it crashed. */
export class RestartPolicy {
  #crashes: number[] = [];

  /**
   * Takes note of a crash.
   * @param now a time in milliseconds
   * @returns how long to wait before the next start; undefined where it crashed too often
   */
  delayAfterCrash(now: number): number | undefined {
    this.#crashes = [...this.#crashes.filter((time) => now - time < memory), now];
    return delays[this.#crashes.length - 1];
  }

  /** Begins anew, as when a person asks for a restart. */
  forget(): void {
    this.#crashes = [];
  }
}
