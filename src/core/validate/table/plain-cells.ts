import { TEXT, WORDS, unitCounter, type ByteRoles, type CountUnits } from '../../base/text-units.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import type { ByteCells } from '../../formats/table.ts';
import { isAbsent } from './cell-texts.ts';

const [ZERO, NINE, APOSTROPHE] = [0x30, 0x39, 0x27] as const;

export const isEmptyCell = ({ start, end }: ByteCells, cell: number): boolean => start[cell] === end[cell];

/** Longest cell that can say that there is nothing, as bytes. */
const LONGEST_ABSENT = 9;

/** Whether a cell can say that there is nothing. No such cell ends with a digit. */
const mayBeAbsent = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start <= LONGEST_ABSENT && !isDigit(bytes[end - 1] as number) && isAbsent(decodeUtf8(bytes.subarray(start, end)));

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

/** First bytes of letters among which there are blanks, or a byte order mark. */
const BLANK_LEADS: ReadonlySet<number> = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** 1 for bytes that text without blanks around it can begin with. */
const BEGINS = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 0x20 && byte !== APOSTROPHE && !BLANK_LEADS.has(byte) ? 1 : 0));

/** Whether a text ends with a sign that is no blank. */
function endsPlainly(bytes: Uint8Array, start: number, end: number): boolean {
  let last = end - 1;
  if ((bytes[last] as number) < 0x80) return (bytes[last] as number) > 0x20;
  while (last > start && ((bytes[last] as number) & 0xc0) === 0x80) last -= 1;
  return !BLANK_LEADS.has(bytes[last] as number);
}

/** Looks at texts in cells. */
export interface PlainTexts {
  /** Length of a title or a description; −1 where it is padded, guarded, holds what can be markup, or says that there is none. */
  readonly words: (cells: ByteCells, cell: number) => number;
  /** Whether the text of a cell means itself: it is not guarded, and cannot be blank. */
  readonly isPlain: (cells: ByteCells, cell: number) => boolean;
}

/** Makes what looks at texts. */
export function plainTexts(): PlainTexts {
  let counted: Uint8Array | undefined;
  let count: CountUnits = () => -1;
  const unitsOf = ({ bytes, start, end, quoting }: ByteCells, cell: number, roles: ByteRoles): number => {
    if (bytes !== counted) [counted, count] = [bytes, unitCounter(bytes)];
    const from = start[cell] as number;
    const to = end[cell] as number;
    if ((to < 0 && quoting !== 'doubled') || BEGINS[bytes[from] as number] !== 1) return -1;
    return to < 0 ? count(from, ~to, true, roles) : count(from, to, false, roles);
  };
  return {
    words: (cells, cell) => {
      const { bytes, start, end } = cells;
      const from = start[cell] as number;
      const stop = end[cell] as number;
      const to = stop < 0 ? ~stop : stop;
      return to > from && endsPlainly(bytes, from, to) && !mayBeAbsent(bytes, from, to) ? unitsOf(cells, cell, WORDS) : -1;
    },
    isPlain: (cells, cell) => unitsOf(cells, cell, TEXT) >= 0,
  };
}

/** Whether an id is of ASCII without blanks around it, not guarded, and says more than that there is none. */
export function isIdText(bytes: Uint8Array, start: number, end: number): boolean {
  if (BEGINS[bytes[start] as number] !== 1 || (bytes[end - 1] as number) <= 0x20) return false;
  for (let at = start; at < end; at += 1) if (ID_SIGNS[bytes[at] as number] === 0) return false;
  return !mayBeAbsent(bytes, start, end);
}

/** 1 for signs of ASCII that are no control signs, but for tab and line ends. */
const ID_SIGNS = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 && (byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) ? 1 : 0));
