/** Numbers of the filters that are tried (W3C, PNG, 9.2). */
const NONE = 0;
const SUB = 1;
const UP = 2;

/**
 * Makes rows of a picture easier to pack: each is written as it is, as steps from the pixel to its left or as steps from the row above, whichever
 * has the smallest sum (the rule of thumb of the PNG specification, 12.7).
 * @param length bytes of a row.
 * @param step bytes of a pixel.
 * @returns takes one row after the other, and where the number of its filter and its bytes are to go.
 */
export function rowFilter(length: number, step: number): (row: Uint8Array, into: Uint8Array) => void {
  const above = new Uint8Array(length);
  return (row, into) => {
    let [plain, across, down] = [0, 0, 0];
    for (let k = 0; k < length; k++) {
      const byte = row[k] as number;
      const left = k < step ? 0 : (row[k - step] as number);
      plain += byte < 128 ? byte : 256 - byte;
      const a = (byte - left) & 0xff;
      across += a < 128 ? a : 256 - a;
      const d = (byte - (above[k] as number)) & 0xff;
      down += d < 128 ? d : 256 - d;
    }
    const filter = down <= across && down <= plain ? UP : across <= plain ? SUB : NONE;
    into[0] = filter;
    for (let k = 0; k < length; k++) {
      const base = filter === UP ? (above[k] as number) : filter === SUB && k >= step ? (row[k - step] as number) : 0;
      into[k + 1] = (row[k] as number) - base;
    }
    above.set(row);
  };
}
