// Starts a program on the Node that the packages brought, or on the machine's where there is none for it:
// `node bin/launch.cjs src/main.ts …`. An old Node must be able to read this file, so that it can say what is needed:
// CommonJS, and no syntax or name of a module that Node 10 lacks.
'use strict';

const { spawn } = require('child_process');
const { enableCompileCache, runMain } = require('module');
const { dirname, join } = require('path');
const { engines, optionalDependencies } = require('../package.json');

const [script, ...args] = process.argv.slice(2);
const current = process.versions.node;
const brought = broughtNode();

// What was compiled is kept for the next start, and for the threads that read packs, which begin in two thirds of the time.
if (!process.env.NODE_COMPILE_CACHE) process.env.NODE_COMPILE_CACHE = join('var', 'compile-cache');

if (brought === undefined) runHereIfNewEnough();
else if (brought.version === current) runHere();
else runOn(brought);

/** The runtime among the optional packages. npm installs the one for this machine, but not everywhere there is one. */
function broughtNode() {
  for (const name of Object.keys(optionalDependencies)) {
    try {
      const file = require.resolve(`${name}/package.json`);
      const { version, bin, os, cpu } = require(file);
      if (os === process.platform && cpu === process.arch) {
        return { version, path: join(dirname(file), bin.node) };
      }
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

function runHere() {
  process.argv.splice(1, 1);
  if (enableCompileCache) enableCompileCache(process.env.NODE_COMPILE_CACHE);
  runMain();
}

function runHereIfNewEnough() {
  const needed = Number(engines.node.replace('>=', ''));
  if (parseInt(current, 10) >= needed) return runHere();
  console.error(
    `factbot needs Node.js ${needed} or later, and this is ${current}: run npm ci, or install it from https://nodejs.org ` +
      `if npm has none for ${process.platform} on ${process.arch}.`,
  );
  process.exit(1);
}

function runOn(node) {
  const child = spawn(node.path, [script, ...args], { stdio: 'inherit' });
  // It can't be started on a Linux without glibc, such as Alpine.
  child.once('error', runHereIfNewEnough);
  if (child.pid === undefined) return;
  // A terminal sends SIGINT to the child as well, which decides what to make of it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
