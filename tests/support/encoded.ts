/** The letters of an encoding by their bytes; of windows-1252 those that some versions of Node do not know are left out. */
function lettersOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const letters = new Map<string, readonly number[]>();
  const learn = (...bytes: readonly number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && (text < '\u0080' || text >= '\u00a0') && !letters.has(text)) letters.set(text, bytes);
    } catch {
      // Not a letter of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) learn(byte);
  if (!/^(?:shift|euc|gb|big)/.test(encoding)) return letters;
  for (let first = 0x81; first < 0xff; first += 1) for (let second = 0x40; second < 0xff; second += 1) learn(first, second);
  return letters;
}

const known = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of a text in an encoding. Throws on a letter that it does not have. */
export function encoded(text: string, encoding: string): Uint8Array {
  const letters = known.get(encoding) ?? lettersOf(encoding);
  known.set(encoding, letters);
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const bytes = letters.get(letter);
      if (bytes === undefined) throw new Error(`${encoding} has no ${JSON.stringify(letter)}`);
      return [...bytes];
    }),
  );
}

/** The bytes of a text in UTF-16, without a byte order mark. */
export function encodedWide(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), order === 'le');
  return bytes;
}
