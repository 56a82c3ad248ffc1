/** Letters that are written from right to left, and letters that are not. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;

/** Control characters, which neither XML nor a line of text may hold; non-characters; halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/** Whether a text runs from right to left: its first letter tells, as in the Unicode bidirectional algorithm's rule P2. */
export function isRightToLeft(text: string): boolean {
  const first = LETTER.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/**
 * A text as all painters set it: on one line, single spaces, without characters that cannot be shown. A text that runs from right to left
 * stands between isolates, so that canvas, browsers and other SVG programs order its words alike while anchors stay left and right.
 */
export function toPrintable(text: string): string {
  const line = text.replace(/[ \t\n\r]+/g, ' ').replace(UNPRINTABLE, '\uFFFD').trim();
  return isRightToLeft(line) ? `${RIGHT_TO_LEFT_ISOLATE}${line}${POP_ISOLATE}` : line;
}
