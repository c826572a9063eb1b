/** `npm test`: sets up what is missing, then runs every suite. */
import { setUpAndRun } from './setUp.mjs';

await setUpAndRun('scripts/runTests.ts');
