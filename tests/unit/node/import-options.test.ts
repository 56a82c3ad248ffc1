import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Words } from '../../../src/core/i18n/describe-event.ts';
import { en } from '../../../src/core/i18n/en.ts';
import { formatsOf } from '../../../src/core/i18n/formats.ts';
import { answersOf, type ImportValues } from '../../../src/node/import-options.ts';
import { openFile } from '../../../src/node/open-file.ts';

const WORDS: Words = { messages: en, formats: formatsOf('en') };
const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is said of a file', () => {
  it.each<readonly [ImportValues, RegExp]>([
    [{ encoding: 'latin-99' }, /^--encoding is utf-8, .*windows-1254.* or euc-kr, not “latin-99”\.$/],
    [{ format: 'xls' }, /^--format is csv, .*, not “xls”\.$/],
    [{ zone: 'Mars/Phobos' }, /^--zone is the name of a time zone, such as Asia\/Tehran or UTC, not “Mars\/Phobos”\.$/],
    [{ delimiter: 'abc' }, /^--delimiter is one sign, .*, not “abc”\.$/],
    [{ map: ['titel=Name'] }, /^“titel=Name” does not say what a column means\./],
  ])('is refused where nothing is called so: %j', (values, sentence) => {
    const answers = answersOf(values, WORDS);
    expect(answers.ok ? '' : answers.error).toMatch(sentence);
  });

  it('may be any label of an encoding, a zone in any case, and a delimiter by its name', () => {
    expect(answersOf({ encoding: 'latin1', zone: 'europe/paris', delimiter: 'tab' }, WORDS)).toEqual({ ok: true, value: { encoding: 'latin1', zone: 'europe/paris', delimiter: '\t' } });
  });

  it('is refused of a column that the file does not have', async () => {
    const path = join(folder, 'events.csv');
    writeFileSync(path, 'date,what,note,note\n2020-01-01,a,b,c\n2020-01-02,d,e,f\n');
    const opened = await openFile(path, { mapping: new Map([['which', 'title']]) }, WORDS);
    expect(opened).toEqual({ ok: false, error: '--map names the column “which”, which the file does not have; it has date, what, note, note (2).' });
    expect((await openFile(path, { mapping: new Map([['note (2)', 'title']]) }, WORDS)).ok).toBe(true);
  });
});
