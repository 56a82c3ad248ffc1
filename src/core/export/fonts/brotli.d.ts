/** The part of the package that is used here; it comes without types. */
declare module 'brotli/decompress.js' {
  /** The bytes that were packed, of which there are so many. */
  export default function decompress(bytes: Uint8Array, length: number): Uint8Array | undefined;
}
