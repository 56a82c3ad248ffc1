import { describe, it } from 'vitest';
import { describeIssue } from '../../src/core/i18n/describe-issue.ts';
import { en } from '../../src/core/i18n/en.ts';
import { IMPORTS } from '../../src/core/formats/imports.ts';
import type { Issue } from '../../src/core/model/issue.ts';
import { eventsInFileOrder } from '../../src/core/model/rows.ts';
import { beginImport } from '../../src/core/validate/import.ts';
import { seeded, type Seeded } from '../support/seeded.ts';
import { CARRIERS, type Carrier } from './carriers.ts';
import { mutate } from './mutate.ts';

/** How many files are read in all: so many in the usual run, more of them where there is time. */
const CASES = Number(process.env['DATELINE_HOSTILE_CASES'] ?? (process.env['CI'] === undefined ? 10_000 : 100_000));
/** Where the draws begin. */
const SEED = Number(process.env['DATELINE_HOSTILE_SEED'] ?? 20_260_204);

/** Texts of a file before it is changed. */
const TEXTS = ['a, "b"; c 1453?', '<b>x</b> &amp; https://example.org/?a=1&b=2', 'ايران ۱۴۰۴', ''] as const;

const FILES: ReadonlyMap<Carrier, readonly Uint8Array[]> = new Map(CARRIERS.map((carrier) => [carrier, TEXTS.map((text) => carrier.write([text]))]));
const ALL_FILES = [...FILES.values()].flat();
const FORMATS = IMPORTS.map(({ id }) => id);
/** The part of the cases that is read as what it is not, and the part that is changed kept files, besides. */
const [MISREAD, KEPT] = [0.1, 0.2] as const;

/** More steps than these for so many bytes are no reading: a reader takes two thousand records a step, and no record is shorter than a byte. */
const stepLimit = (bytes: number): number => 100 + bytes;

/** What is wrong with what became of a file; nothing when it is as it should be. */
async function faultOf(bytes: Uint8Array, format: string | undefined): Promise<string | undefined> {
  const sentences = (issues: readonly Issue[]): boolean => issues.every((issue) => describeIssue(issue, en).trim() !== '');
  const begun = await beginImport(bytes, format === undefined ? {} : { format });
  if (!begun.ok) return sentences([begun.error]) ? undefined : 'refused without a sentence';
  const steps = begun.value.steps();
  let step = steps.next();
  for (let taken = 0; step.done !== true; taken += 1) {
    if (taken > stepLimit(bytes.length)) return 'does not come to an end';
    step = steps.next();
  }
  if (!step.value.ok) return sentences([step.value.error]) ? undefined : 'refused without a sentence';
  const { dataset, issues, account } = step.value.value;
  if (account.events + account.refused.length + account.notEvents.length !== account.records) return `does not balance: ${JSON.stringify(account)}`;
  if (dataset.size !== account.events) return `has ${dataset.size} events, and says ${account.events}`;
  if (!sentences([...issues, ...account.refused.map(({ issue }) => issue)])) return 'has an issue without a sentence';
  for (const { when, places } of eventsInFileOrder(dataset)) {
    const bounds = when.edtf?.span;
    if (bounds !== undefined && !(bounds.earliestStart <= bounds.latestEnd)) return `has a date that ends before it starts: ${when.edtf?.text}`;
    for (const place of places) if ('at' in place && !(Math.abs(place.at[0]) <= 180 && Math.abs(place.at[1]) <= 90)) return `has a place that is nowhere: ${place.at}`;
  }
  return undefined;
}

/** The fault of one case, with what is needed to see it again. */
async function tried(bytes: Uint8Array, format: string | undefined, origin: string): Promise<void> {
  const fault = await faultOf(bytes, format).catch((problem: unknown) => (problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)));
  if (fault !== undefined) throw new Error(`${origin}${format === undefined ? '' : `, read as ${format}`}: ${fault}\n${Buffer.from(bytes).toString('base64')}`);
}

/** Random bytes, or random letters of the kinds that formats are made of. */
function noise(random: Seeded): Uint8Array {
  const letters = random.pick(['', '{}[]":,0123456789-eE.truefalsn \n', '<>/="\' &;abcx:-!?[]\n', 'abc,;\t|"\n\r0123456789-/.: ', 'BEGINEND:VT;=,\r\n0123456789Z']);
  return Uint8Array.from({ length: random.below(400) }, () => (letters === '' ? random.below(256) : letters.charCodeAt(random.below(letters.length))));
}

/** Specifies that files of some formats, changed at random, are read into what balances, or refused in a sentence. */
export function specifyChanged(carriers: readonly Carrier[]): void {
  describe(`a file that was changed at random (seed ${SEED})`, () => {
    const share = Math.ceil((CASES * (1 - MISREAD)) / CARRIERS.length);
    it.each(carriers)(`balances, or is refused in a sentence: ${share} of $format, $kind`, async (carrier) => {
      const random = seeded(SEED + CARRIERS.indexOf(carrier));
      for (let n = 0; n < share; n += 1) await tried(mutate(random.pick(FILES.get(carrier) ?? []), random.pick(ALL_FILES), random), undefined, `case ${n}`);
    });
  });
}

/** Specifies the same of files by their names, each changed by parts of the others. */
export function specifyChangedFiles(files: ReadonlyMap<string, Uint8Array>): void {
  describe(`a kept file that was changed at random (seed ${SEED})`, () => {
    const share = Math.ceil((CASES * KEPT) / files.size);
    const all = [...files.values()];
    it.each([...files.keys()])(`balances, or is refused in a sentence: ${share} of %s`, async (name) => {
      const random = seeded(SEED + [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0));
      for (let n = 0; n < share; n += 1) await tried(mutate(files.get(name) ?? random.pick(all), random.pick(all), random), undefined, `case ${n} of ${name}`);
    });
  });
}

/** Specifies that anything at all, read as any format, balances or is refused in a sentence. */
export function specifyMisread(): void {
  describe(`a file that is read as what it is not (seed ${SEED})`, () => {
    const share = Math.ceil((CASES * MISREAD) / FORMATS.length);
    it.each(FORMATS)(`balances, or is refused in a sentence: ${share} as %s`, async (format) => {
      const random = seeded(SEED - 1 - FORMATS.indexOf(format));
      for (let n = 0; n < share; n += 1) {
        const bytes = random.below(2) === 0 ? noise(random) : mutate(random.pick(ALL_FILES), noise(random), random);
        await tried(bytes, format, `case ${n}`);
      }
    });
  });
}
