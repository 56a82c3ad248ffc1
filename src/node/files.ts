import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
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

/** Writes a file, or to the standard output; the error is a sentence. */
export async function writeBytes(name: string, content: string | Uint8Array, { messages }: Words): Promise<Result<undefined, string>> {
  try {
    if (name === STANDARD) process.stdout.write(content);
    else await writeFile(name, content);
    return ok(undefined);
  } catch (error) {
    return err(commandMessagesOf(messages).unwritable(name, reasonOf(error)));
  }
}

/** Writes a long text piece by piece; the error is a sentence. */
export async function writePieces(name: string, pieces: Iterable<string>, { messages }: Words): Promise<Result<undefined, string>> {
  try {
    if (name === STANDARD) {
      for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
      return ok(undefined);
    }
    const file = await open(name, 'w');
    try {
      for (const piece of pieces) await file.write(piece);
    } finally {
      await file.close();
    }
    return ok(undefined);
  } catch (error) {
    return err(commandMessagesOf(messages).unwritable(name, reasonOf(error)));
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
