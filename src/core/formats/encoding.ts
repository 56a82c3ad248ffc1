import { decodeAs, encodingNamed, recodeAsUtf8, scanUtf8 } from '../base/decoding.ts';
import type { Issue } from '../model/issue.ts';
import type { Question } from './answers.ts';
import type { Source } from './format.ts';
import { plausibility, PROFILES } from './letter-profiles.ts';
import { sampleOf } from './sample.ts';
import { declaredEncoding } from './xml/declared-encoding.ts';

/** Which encoding the bytes of a text are in, by their own evidence. */
export interface EncodingGuess {
  /** Name of the Encoding Standard, such as `utf-8` or `windows-1254`. */
  readonly encoding: string;
  /** Whether nothing else comes near it. */
  readonly sure: boolean;
  /** Others in which the text can be read, the likeliest first. */
  readonly others: readonly string[];
  /** Words of the text that would read differently in the others, as they read in this one. */
  readonly evidence: readonly string[];
  /** How many bytes are none of UTF-8, where all were looked at as such. */
  readonly broken?: number;
}

const UTF8 = 'utf-8';

/** The encodings that files are in, the most usual first; the Encoding Standard knows others besides. */
export const ENCODINGS: readonly string[] = [UTF8, 'utf-16le', 'utf-16be', ...PROFILES.map(({ encoding }) => encoding)];

/** Byte order marks. */
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  [UTF8, [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** UTF-8 with so many letters for every broken byte is UTF-8 that was damaged; others do not look like it by chance. */
const LETTERS_TO_BROKEN = 10;

/** A guess that another one comes this near is worth asking about. */
const NEAR = 0.29;

/**
 * Guesses the encoding of a text: by its byte order mark, by the zeros of UTF-16, by being valid UTF-8, by what an XML file declares, and else by
 * which letters and pairs of letters its bytes would be in the encodings that files are in besides.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return certain(marked[0]);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return certain(wide);
  const { letters, broken, found } = scanUtf8(bytes);
  if (broken === 0 || letters >= LETTERS_TO_BROKEN * broken) return { ...certain(UTF8), broken };
  const declared = encodingNamed(declaredEncoding(bytes) ?? '');
  if (declared !== undefined && !declared.startsWith('utf')) return certain(declared);
  return guessByLetters(bytes, found);
}

const certain = (encoding: string): EncodingGuess => ({ encoding, sure: true, others: [], evidence: [] });

/** A file as its reader wants it, and what is to be asked and told about its encoding. */
export interface DecodedSource {
  readonly source: Source;
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
}

/**
 * Turns the bytes of a file into UTF-8, from the encoding that a person says or else from the guessed one; archives stay as they are.
 * `rowsOf` reads a text as a table.
 */
export function decodedSource(bytes: Uint8Array, told: string | undefined, rowsOf: Parameters<typeof sampleOf>[1]): DecodedSource {
  if (isArchive(bytes)) return { source: { bytes, encoding: undefined, sample: sampleOf(bytes, () => []) }, questions: [], issues: [] };
  const named = told === undefined ? undefined : encodingNamed(told);
  const guess = named === undefined ? guessEncoding(bytes) : undefined;
  const encoding = named ?? guess?.encoding ?? UTF8;
  const { bytes: text, broken } = guess?.broken === undefined ? toUtf8(bytes, encoding) : { bytes, broken: guess.broken };
  return {
    source: { bytes: text, encoding, sample: sampleOf(text, rowsOf) },
    questions: guess === undefined || guess.sure ? [] : [{ kind: 'encoding', used: encoding, others: guess.others, evidence: guess.evidence }],
    issues: broken === 0 ? [] : [{ code: 'text-broken', severity: 'warning', place: {}, parameters: { count: broken, encoding } }],
  };
}

/** How a zip archive begins. Source: APPNOTE.TXT of PKWARE, 4.3.7. */
const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** A text as UTF-8 without a byte order mark, and how many of its signs do not exist in the encoding. */
export function toUtf8(bytes: Uint8Array, encoding: string): { readonly bytes: Uint8Array; readonly broken: number } {
  const name = encodingNamed(encoding);
  if (name === undefined) throw new Error(`no encoding is called ${JSON.stringify(encoding)}`);
  if (name !== UTF8) return recodeAsUtf8(bytes, name);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const plain = isMarked ? bytes.subarray(3) : bytes;
  return { bytes: plain, broken: scanUtf8(plain).broken };
}

/** How many bytes UTF-16 without a mark is told by. */
const WIDE_HEAD = 8192;

/** UTF-16 has a zero in every sign of ASCII, always in the same half. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, WIDE_HEAD) & ~1;
  if (length < 4) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = length * 0.04;
  if (odd > enough && even * 20 <= odd) return 'utf-16le';
  return even > enough && odd * 20 <= even ? 'utf-16be' : undefined;
}

function guessByLetters(bytes: Uint8Array, found: readonly number[]): EncodingGuess {
  const sample = surroundings(bytes, found);
  const scored = PROFILES.map((profile) => {
    const text = decodeAs(sample, profile.encoding);
    return { encoding: profile.encoding, text, score: plausibility(text, profile) };
  }).sort((a, b) => b.score - a.score);
  const [best, ...rest] = scored;
  if (best === undefined) throw new Error('there is no encoding to choose from');
  const differing = rest.filter(({ text }) => text !== best.text);
  const [second] = differing;
  return {
    encoding: best.encoding,
    sure: second === undefined || best.score - second.score > NEAR,
    others: differing.filter(({ score }) => score > best.score - 3).slice(0, 5).map(({ encoding }) => encoding),
    evidence: wordsBeyondAscii(best.text),
  };
}

/** Bytes on both sides of a sign beyond ASCII that are looked at. */
const [BEFORE, AFTER] = [40, 400] as const;

/** The surroundings of bytes beyond ASCII, from and to a sign that begins or ends no letter in any encoding. */
function surroundings(bytes: Uint8Array, found: readonly number[]): Uint8Array {
  const pieces: number[] = [];
  let done = 0;
  for (const at of found) {
    let from = Math.max(at - BEFORE, done);
    for (let back = at - 1; back >= from; back -= 1) if (isApart(bytes[back])) from = back;
    let to = Math.min(at + AFTER, bytes.length);
    while (to > at + 1 && to < bytes.length && !isApart(bytes[to])) to -= 1;
    if (to <= at + 1) to = Math.min(at + AFTER, bytes.length);
    pieces.push(...bytes.subarray(from, to), 0x0a);
    done = to;
  }
  return Uint8Array.from(pieces);
}

/** Below the digits stand no second bytes of letters, in no encoding. */
const isApart = (byte: number | undefined): boolean => byte !== undefined && byte < 0x30;

/** How many words are shown as evidence, and of what length at most. */
const [SHOWN_WORDS, LONGEST_WORD] = [6, 40] as const;

function wordsBeyondAscii(text: string): readonly string[] {
  const words = text.split(/[\s,;|"]+/).filter((word) => word.length > 1 && word.length < LONGEST_WORD && Array.from(word).some((letter) => letter >= '\u0080'));
  return [...new Set(words)].slice(0, SHOWN_WORDS);
}
