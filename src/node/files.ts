import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { open, readFile, realpath, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { err, ok, type Result } from '../core/base/result.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { STANDARD } from './standard.ts';

/** The bytes of a file, or of the standard input; the error is a sentence. */
export async function readBytes(name: string, { messages }: Words): Promise<Result<Uint8Array, string>> {
  try {
    return ok(name === STANDARD ? await buffer(process.stdin) : await readFile(name));
  } catch (error) {
    return err(commandMessagesOf(messages).unreadable(name, reasonOf(error)));
  }
}

/** Writes a file whole or not at all, or to the standard output; the error is a sentence. */
export async function writeBytes(name: string, content: string | Uint8Array, { messages }: Words): Promise<Result<undefined, string>> {
  try {
    if (name === STANDARD) process.stdout.write(content);
    else await writeWhole(name, (file) => writeFile(file, content));
    return ok(undefined);
  } catch (error) {
    return err(commandMessagesOf(messages).unwritable(name, reasonOf(error)));
  }
}

/** The same for a long text, piece by piece. */
export async function writePieces(name: string, pieces: Iterable<string>, { messages }: Words): Promise<Result<undefined, string>> {
  try {
    if (name === STANDARD) {
      for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
      return ok(undefined);
    }
    await writeWhole(name, async (file) => {
      for (const piece of pieces) await file.writeFile(piece);
    });
    return ok(undefined);
  } catch (error) {
    return err(commandMessagesOf(messages).unwritable(name, reasonOf(error)));
  }
}

/**
 * Fills a file beside the one that is meant and puts it in its place when all of it is written: a full disk or an interruption leaves what was
 * there before. What is no ordinary file – a device, a pipe – is written as it is.
 */
async function writeWhole(name: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const known = await stat(name).catch(() => undefined);
  if (known?.isFile() === false) return filled(await open(name, 'w'), fill);
  const target = known === undefined ? name : await realpath(name);
  const beside = join(dirname(target), `.dateline-${process.pid}.part`);
  const drop = (signal: NodeJS.Signals): void => {
    rmSync(beside, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of INTERRUPTIONS) process.once(signal, drop);
  try {
    await filled(await open(beside, 'w', known?.mode), fill);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    for (const signal of INTERRUPTIONS) process.off(signal, drop);
  }
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function filled(file: FileHandle, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await fill(file);
  } finally {
    await file.close();
  }
}

/** Of what the system says only the words: `no such file or directory` of `ENOENT: no such file or directory, open 'x'`. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (/^E[A-Z0-9]+: (?<words>[^,]+),/.exec(error.message)?.groups?.['words'] ?? error.message) : String(error);
