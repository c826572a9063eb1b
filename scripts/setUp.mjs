/**
 * What comes before everything else, on the machine's own Node.js (20 or newer) with nothing
 * installed: plain JavaScript, no dependencies.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

/** The Node.js 24 that npm installs: scripts run on it, whatever the machine's own version is. */
const node24 = `node_modules/.bin/node${windows ? '.cmd' : ''}`;

/** @param {string} path */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * True where node_modules is not what package-lock.json asks for.
 *
 * @param {string} folder the project's, with a slash at its end
 */
export function isInstallDue(folder) {
  const installedLock = `${folder}node_modules/.package-lock.json`;
  if (!existsSync(`${folder}${node24}`) || !existsSync(installedLock)) return true;
  const installed = packagesOf(installedLock);
  return Object.entries(packagesOf(`${folder}package-lock.json`)).some(([name, wanted]) => {
    const found = installed[name];
    // The project itself is not among the installed; what is optional need not be.
    if (name === '' || (found === undefined && (wanted.optional || wanted.peer))) return false;
    return found?.version !== wanted.version;
  });
}

/**
 * Runs a program with our streams; signals that reach us are passed on to it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it cannot be started.
 */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: windows });
    const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    /** @param {NodeJS.Signals} name */
    const pass = (name) => child.kill(name);
    for (const name of names) process.on(name, pass);
    child.once('error', (error) => {
      console.error(`${command} cannot be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => {
      for (const name of names) process.off(name, pass);
      resolve(code ?? 1);
    });
  });
}

/**
 * Installs what is missing, then runs a script of ours on Node.js 24 and ends with its exit code.
 *
 * @param {string} script a path inside the project
 */
export async function setUpAndRun(script) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    console.error(`Node.js 20 or newer is needed; this is ${process.version}.`);
    process.exit(1);
  }
  if (isInstallDue(root)) {
    console.log('Installing the dependencies (npm ci) ...');
    const code = await run('npm', ['ci', '--no-audit', '--no-fund']);
    if (code !== 0) {
      console.error('npm ci failed: is the npm registry within reach? Its words stand above.');
      process.exit(code);
    }
  }
  if (!existsSync(`${root}${node24}`)) {
    console.error('npm did not install Node.js 24: run `npm rebuild node --ignore-scripts=false`.');
    process.exit(1);
  }
  process.exit(await run(`${root}${node24}`, [`${root}${script}`, ...process.argv.slice(2)]));
}
