import { encodeUtf8 } from '../../base/utf8.ts';

/** Most bytes of a line, without its end. Source: RFC 5545, 3.1. */
const LONGEST_LINE = 75;

/** A property with its line end, cut into lines of 75 bytes at most, each but the first with a blank before it. No character is cut in two. */
export function folded(line: string): string {
  if (line.length * 3 <= LONGEST_LINE || encodeUtf8(line).length <= LONGEST_LINE) return `${line}\r\n`;
  const lines: string[] = [];
  let [current, size] = ['', 0];
  for (const character of line) {
    const bytes = bytesOf(character.codePointAt(0) ?? 0);
    if (size + bytes > LONGEST_LINE) {
      lines.push(current);
      [current, size] = [' ', 1];
    }
    current += character;
    size += bytes;
  }
  lines.push(current);
  return `${lines.join('\r\n')}\r\n`;
}

/** Bytes of a character in UTF-8. */
const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** A text with its escapes. Source: RFC 5545, 3.3.11. Controls, which it may not hold, are left out. */
export const escapeText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- it is control characters that are meant
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '').replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
