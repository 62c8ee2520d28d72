import { pathToFileURL } from 'node:url';

// Preloaded into a program whose test wants to see what it says to another argument, too: once it would have ended by itself,
// its own file is loaded anew with `THEN` for its argument. Nothing else of the process is changed.
const { THEN = '' } = process.env;
const [node = '', script = ''] = process.argv;

process.once('beforeExit', (code) => {
  for (const stream of [process.stdout, process.stderr]) stream.write(`\0${code}\0`);
  process.argv = [node, script, THEN];
  void import(`${pathToFileURL(script)}?again`);
});
