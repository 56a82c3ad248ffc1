/** How far into a file its XML declaration may reach. */
const LONGEST_DECLARATION = 400;

/**
 * The encoding that an XML file declares for itself, in lower case: `<?xml version="1.0" encoding="windows-1254"?>`.
 * `head` are the first bytes of the file, after any byte order mark; `undefined` where they declare none, or are in an encoding of which
 * ASCII is no part.
 */
export function declaredEncoding(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, LONGEST_DECLARATION));
  const declaration = /^\s*<\?xml\s[^>]*>/.exec(text)?.[0] ?? '';
  return /\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(declaration)?.[1]?.toLowerCase();
}
