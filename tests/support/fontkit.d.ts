/** The part of fontkit that tests use; the package has no types of its own. */
declare module 'fontkit' {
  interface Font {
    readonly unitsPerEm: number;
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  }
  export function create(bytes: Uint8Array): Font;
}
