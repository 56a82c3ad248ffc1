import type { Dataset, Dating } from '../model/dataset.ts';
import { derived } from '../model/derived.ts';
import { STATUSES, type LocatedPlace, type Status } from '../model/event.ts';
import { LOCATED_KINDS } from '../model/place.ts';
import { codeCounting } from '../query/countings.ts';
import type { CountingKind } from '../query/visible.ts';

/** What of an event shows in signs: its status, how closely its date is known, and the kinds of its places. */
export interface Signs {
  readonly status: Status;
  /** `undefined` for an undated event. */
  readonly dating: Dating | undefined;
  readonly kinds: readonly LocatedPlace['kind'][];
}

/** How many combinations of kinds of places there are: a bit for each kind. */
const KIND_SETS = 2 ** LOCATED_KINDS.length;

/** A number for each combination of status, dating and kinds of places. */
const codeOf = (dating: number, kinds: number, status: number): number => (dating * KIND_SETS + kinds) * STATUSES.length + status;

/** By row, the code of the combination of signs. */
export const signCodes = derived('sign codes', ({ columns, places, size }: Dataset): Uint16Array<ArrayBuffer> => {
  const codes = new Uint16Array(size);
  const { placeStart, placeList, dating, status } = columns;
  for (let i = 0; i < size; i += 1) {
    let kinds = 0;
    for (let at = placeStart[i] ?? 0; at < (placeStart[i + 1] ?? 0); at += 1) kinds |= 1 << (places.kind[placeList[at] ?? 0] ?? 0);
    codes[i] = codeOf(dating.codes[i] ?? 0, kinds, status[i] ?? 0);
  }
  return codes;
});

/** Counts the events that pass by the signs they show: an array by the code of the combination. */
export const SIGN_COUNTS: CountingKind<Uint32Array> = (dataset) =>
  codeCounting('signs', signCodes(dataset), dataset.columns.dating.values.length * KIND_SETS * STATUSES.length);

/** The combinations of signs that were counted at least once. */
export function signsIn({ columns }: Dataset, counts: Uint32Array): readonly Signs[] {
  const signs: Signs[] = [];
  for (let code = 0; code < counts.length; code += 1) if (counts[code] !== 0) signs.push(signsOf(code, columns.dating.values));
  return signs;
}

function signsOf(code: number, datings: readonly (Dating | undefined)[]): Signs {
  const set = Math.floor(code / STATUSES.length);
  const kinds = LOCATED_KINDS.filter((_, position) => (set % KIND_SETS) & (1 << position));
  return { status: STATUSES[code % STATUSES.length] ?? 'confirmed', dating: datings[Math.floor(set / KIND_SETS)], kinds };
}
