/** Reads numbers one after the other, the high byte first. */
export interface ByteReader {
  readonly u8: () => number;
  readonly u16: () => number;
  readonly i16: () => number;
  readonly u32: () => number;
  /** The next bytes, not copied. */
  readonly bytes: (length: number) => Uint8Array;
  /** A number of 1 to 5 bytes, seven bits in each (WOFF2, UIntBase128). */
  readonly base128: () => number;
  /** A number of 1 to 3 bytes (WOFF2, 255UInt16). */
  readonly short: () => number;
}

/** Reads bytes from the first on; throws a RangeError past their end. */
export function byteReader(source: Uint8Array): ByteReader {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  let at = 0;
  const step = (length: number): number => {
    at += length;
    return at - length;
  };
  const u8 = (): number => view.getUint8(step(1));
  const u16 = (): number => view.getUint16(step(2));
  return {
    u8,
    u16,
    i16: () => view.getInt16(step(2)),
    u32: () => view.getUint32(step(4)),
    bytes: (length) => {
      const from = step(length);
      if (at > source.length) throw new RangeError(`${length} bytes are wanted at ${from} of ${source.length}`);
      return source.subarray(from, at);
    },
    base128: () => {
      let value = 0;
      for (let k = 0; k < 5; k++) {
        const byte = u8();
        value = value * 128 + (byte & 0x7f);
        if (byte < 0x80) return value;
      }
      throw new RangeError('a length in the font takes more than five bytes');
    },
    short: () => {
      const code = u8();
      if (code === 253) return u16();
      if (code === 254) return 506 + u8();
      return code === 255 ? 253 + u8() : code;
    },
  };
}
