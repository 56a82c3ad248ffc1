import { basename, extname, join } from 'node:path';
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
