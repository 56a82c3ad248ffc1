/** How many records are written at a time. */
const WRITTEN_AT_ONCE = 256;

/** The texts of records in pieces of some hundreds: of a large file that is more than one text can hold. */
export function* inPieces(texts: Iterable<string>): Generator<string, void, void> {
  let piece: string[] = [];
  for (const text of texts) {
    piece.push(text);
    if (piece.length < WRITTEN_AT_ONCE) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
