import { parseEdtf } from '../../time/edtf.ts';

/** The shape of most times of tracks, whose order is that of their letters. */
const UTC_SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/**
 * The earliest and the latest of times of day as they are written; `undefined` for none. Times that are no ISO 8601 are left out,
 * unless there are no others.
 */
export function earliestAndLatest(texts: readonly string[]): readonly [earliest: string, latest: string] | undefined {
  const [some] = texts;
  if (some === undefined) return undefined;
  const isPlain = texts.every((text) => UTC_SECOND.test(text));
  const orderOf = isPlain ? undefined : texts.map(instantIn);
  let [first, last] = [-1, -1];
  for (let k = 0; k < texts.length; k += 1) {
    if (orderOf !== undefined && Number.isNaN(orderOf[k])) continue;
    if (first < 0 || isBefore(k, first)) first = k;
    if (last < 0 || isBefore(last, k)) last = k;
  }
  return first < 0 ? [some, some] : [texts[first] ?? some, texts[last] ?? some];

  function isBefore(a: number, b: number): boolean {
    return orderOf === undefined ? (texts[a] ?? '').slice(0, -1) < (texts[b] ?? '').slice(0, -1) : (orderOf[a] ?? NaN) < (orderOf[b] ?? NaN);
  }
}

function instantIn(text: string): number {
  const edtf = parseEdtf(text);
  return edtf.ok ? edtf.value.span.earliestStart : NaN;
}
