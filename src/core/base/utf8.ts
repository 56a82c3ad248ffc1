// Both are part of every browser, worker and Node, but not of the language's own library, which is all that `core` is compiled with.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { readonly written: number };
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The UTF-8 bytes of a text; half a surrogate pair becomes U+FFFD. */
export const encodeUtf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** Writes the UTF-8 bytes of a text at the beginning of an array that has room for them; returns how many they are. */
export const encodeUtf8Into = (text: string, target: Uint8Array): number => encoder.encodeInto(text, target).written;

/** The text of UTF-8 bytes; a byte order mark at the front is dropped, and what is no UTF-8 becomes U+FFFD. */
export const decodeUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);
