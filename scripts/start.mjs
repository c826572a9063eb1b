/** `npm start`: sets up what is missing, then shows the extension at work on `samples/`. */
import { setUpAndRun } from './setUp.mjs';

await setUpAndRun('scripts/openSample.ts');
