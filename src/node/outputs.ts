import { realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { STANDARD } from './standard.ts';

/** Whether a name is written as that of a folder. */
export const isFolder = (name: string): boolean => /[/\\]$/.test(name);

/**
 * The files that inputs become in a folder: each has the name of its input with another ending, and a number behind it where an earlier one has
 * that name already.
 */
export function outputsIn(folder: string, inputs: readonly string[], extension: string): readonly string[] {
  const taken = new Set<string>();
  return inputs.map((input) => {
    const stem = input === STANDARD ? UNNAMED : basename(input, extname(input));
    let name = `${stem}.${extension}`;
    // Two names that differ in their capitals alone are one file on some disks.
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}.${extension}`;
    taken.add(name.toLowerCase());
    return join(folder, name);
  });
}

const UNNAMED = 'story';

/** The input that would be written over by one of some outputs, by whatever path either is named; `undefined` where there is none. */
export function overwrittenOf(inputs: readonly string[], outputs: readonly string[]): string | undefined {
  const written = new Set(outputs.filter((name) => name !== STANDARD).map(wholePath));
  return inputs.find((input) => input !== STANDARD && written.has(wholePath(input)));
}

/** A path from the root, without links; of a file that is not there yet, in the folder that it would be in. */
function wholePath(name: string): string {
  for (const [known, rest] of [[name, ''], [dirname(name), basename(name)]] as const) {
    try {
      return join(realpathSync.native(known), rest);
    } catch {
      continue;
    }
  }
  return resolve(name);
}
