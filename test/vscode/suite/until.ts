/**
 * Asks again and again until there is an answer.
 *
 * @param what names what is waited for, for the message of the failure.
 * @param ask returns undefined (or false) as long as it is not there.
 * @param patience in milliseconds.
 * @throws where it does not come.
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  patience = 30_000,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`It did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
