const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

// In UTF-8 a byte below 128 always stands for itself: whatever letters a text has, its quotes and brackets can be found among its bytes.

/** The position after white space in UTF-8 bytes. */
export function skipSpaceBytes(bytes: Uint8Array, at: number): number {
  let next = at;
  while (isSpace(bytes[next])) next += 1;
  return next;
}

const isSpace = (byte: number | undefined): boolean => byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB;

/**
 * The position after the JSON value that begins at a position in UTF-8 bytes, by its quotes and brackets alone: whether what stands
 * between them is JSON is for `JSON.parse` to say. `undefined` when no value begins there, or none ends.
 */
export function valueEnd(bytes: Uint8Array, at: number): number | undefined {
  const first = bytes[at];
  if (first === QUOTE) return stringEnd(bytes, at);
  return first === OPEN_BRACE || first === OPEN_BRACKET ? listEnd(bytes, at) : wordEnd(bytes, at);
}

/** The position after a string in double quotes; `undefined` when nothing closes it. */
export function stringEnd(bytes: Uint8Array, at: number): number | undefined {
  let next = at + 1;
  while (next < bytes.length) {
    const byte = bytes[next];
    if (byte === QUOTE) return next + 1;
    next += byte === BACKSLASH ? 2 : 1;
  }
  return undefined;
}

function listEnd(bytes: Uint8Array, at: number): number | undefined {
  const { length } = bytes;
  let open = 0;
  let next = at;
  while (next < length) {
    const byte = bytes[next] as number;
    next += 1;
    if (byte === QUOTE) {
      // The loop of `stringEnd`, written out: most bytes of a file pass through here.
      let inside = bytes[next];
      while (inside !== QUOTE && next < length) {
        next += inside === BACKSLASH ? 2 : 1;
        inside = bytes[next];
      }
      next += 1;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      open += 1;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      open -= 1;
      if (open === 0) return next;
    }
  }
  return undefined;
}

function wordEnd(bytes: Uint8Array, at: number): number | undefined {
  let next = at;
  for (let byte = bytes[next]; byte !== undefined; byte = bytes[next]) {
    if (byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE || isSpace(byte)) break;
    next += 1;
  }
  return next === at ? undefined : next;
}
