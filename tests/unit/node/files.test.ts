import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../../src/core/i18n/en.ts';
import { formatsOf } from '../../../src/core/i18n/formats.ts';
import { readBytes, writeBytes, writePieces } from '../../../src/node/files.ts';

const words = { messages: en, formats: formatsOf('en') };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const fileIn = (name: string): string => join(folder, name);

describe('writing a file', () => {
  it('puts what is new in the place of what was there, and leaves nothing beside it', async () => {
    writeFileSync(fileIn('a.txt'), 'what was there');
    expect(await writeBytes(fileIn('a.txt'), 'new', words)).toEqual({ ok: true, value: undefined });
    expect(await writePieces(fileIn('b.txt'), ['one ', 'two'], words)).toEqual({ ok: true, value: undefined });
    expect(['a.txt', 'b.txt'].map((name) => readFileSync(fileIn(name), 'utf8'))).toEqual(['new', 'one two']);
    expect(readdirSync(folder)).toEqual(['a.txt', 'b.txt']);
  });

  it('leaves what was there when it breaks off half-way', async () => {
    writeFileSync(fileIn('a.txt'), 'what was there');
    const breaking = function* () {
      yield 'half ';
      throw new Error('no space left');
    };
    expect(await writePieces(fileIn('a.txt'), breaking(), words)).toEqual({ ok: false, error: `“${fileIn('a.txt')}” could not be written: no space left` });
    expect(readFileSync(fileIn('a.txt'), 'utf8')).toBe('what was there');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('writes through a link to the file that it leads to', async () => {
    writeFileSync(fileIn('a.txt'), 'what was there');
    symlinkSync(fileIn('a.txt'), fileIn('link'));
    await writeBytes(fileIn('link'), 'new', words);
    expect(readFileSync(fileIn('a.txt'), 'utf8')).toBe('new');
    expect(lstatSync(fileIn('link')).isSymbolicLink()).toBe(true);
  });
});

describe('a file that cannot be had', () => {
  it('is told in words, without the code and the call of the system', async () => {
    expect(await readBytes(fileIn('absent'), words)).toEqual({ ok: false, error: `“${fileIn('absent')}” could not be read: no such file or directory` });
    expect(await writeBytes(fileIn('absent/a.txt'), '', words)).toEqual({ ok: false, error: `“${fileIn('absent/a.txt')}” could not be written: no such file or directory` });
  });
});
