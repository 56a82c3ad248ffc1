#!/usr/bin/env node
import { run } from './run.ts';

// Whoever reads the output may have enough of it, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Ends the line of progress, if there is one, so that a sentence has a line of its own. */
const clear = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
};

process.exitCode = await run(process.argv.slice(2), {
  say: (text) => {
    clear();
    process.stdout.write(`${text}\n`);
  },
  complain: (text) => {
    clear();
    process.stderr.write(`${text}\n`);
  },
  progress: (text) => {
    clear();
    if (process.stderr.isTTY) process.stderr.write(text);
  },
});
