import fc from 'fast-check';

/** A text with some of its parts taken out, doubled, or replaced by what a reader may stumble over. */
export function mutated(text: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(text.length),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(text.length)),
    piece: fc.oneof(fc.constant(''), fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 }), fc.nat(text.length).map((from) => text.slice(from, from + 40))),
  });
  return fc.array(change, { maxLength: 6 }).map((changes) => changes.reduce((before, { at, length, piece }) => before.slice(0, at) + piece + before.slice(at + length), text));
}

/** Pieces of XML. */
export const XML_PIECES = ['<', '>', '/>', '</', '"', "'", '=', '&', '&#0;', '&lt;', '<!--', '-->', '<![CDATA[', ']]>', '<?', '<!DOCTYPE', '<!ENTITY', '\u0000', '\ufeff', '-', ',', '1e999', 'NaN'] as const;
