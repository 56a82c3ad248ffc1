import { measureText } from './measure.ts';
import type { Font } from './scene.ts';

const ELLIPSIS = '…';

/** Where a text may be cut without tearing a letter from the marks on it or a joined emoji apart. */
const CLUSTERS = /\P{M}(?:\p{M}|\u200D\P{M})*/gu;
/** What would look lost before an ellipsis. */
const LOOSE_END = /[\s\u00A0.,:;·–—\-(“‘"'/]+$/u;
/** Chances to break: after spaces (no-break spaces excepted), after hyphens and dashes within a word, between Han or Kana characters. */
const CHUNKS = /(?:[^ \t\-–—/\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[-–—/](?=[\s\d]))*(?:[-–—/]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])?[ \t]*/gu;

/** How many of the clusters, from the first on and followed by `tail`, are at most `maxWidth` wide. */
function countFitting(clusters: readonly string[], tail: string, font: Font, maxWidth: number): number {
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measureText(clusters.slice(0, middle).join('') + tail, font) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return low;
}

const clustersOf = (text: string): readonly string[] => text.match(CLUSTERS) ?? [];

/** The beginning of `text` and an ellipsis, whether or not the whole would fit; '' when not one letter does. */
function cut(text: string, font: Font, maxWidth: number): string {
  const clusters = clustersOf(text);
  const beginning = clusters.slice(0, countFitting(clusters, ELLIPSIS, font, maxWidth)).join('').replace(LOOSE_END, '');
  return beginning === '' ? '' : beginning + ELLIPSIS;
}

/** The text, or as much of it as fits into `maxWidth` pixels with an ellipsis; '' when not even one letter does. */
export function truncate(text: string, font: Font, maxWidth: number): string {
  return measureText(text, font) <= maxWidth ? text : cut(text, font, maxWidth);
}

/** Cuts a word that is wider than a line into pieces that are not; every piece has at least one letter. */
function splitWord(word: string, font: Font, maxWidth: number): readonly string[] {
  const pieces: string[] = [];
  let clusters = clustersOf(word);
  while (clusters.length > 0) {
    const count = Math.max(1, countFitting(clusters, '', font, maxWidth));
    pieces.push(clusters.slice(0, count).join(''));
    clusters = clusters.slice(count);
  }
  return pieces;
}

/** All lines of one paragraph, as many as it takes. */
function breakParagraph(paragraph: string, font: Font, maxWidth: number): readonly string[] {
  const fits = (line: string): boolean => measureText(line.trimEnd(), font) <= maxWidth;
  const lines: string[] = [];
  let line = '';
  for (const chunk of paragraph.match(CHUNKS) ?? []) {
    if (fits(line + chunk)) {
      line += chunk;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const pieces = fits(chunk) ? [chunk] : splitWord(chunk, font, maxWidth);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  lines.push(line.trimEnd());
  return lines;
}

/**
 * Breaks a text into lines of at most `maxWidth` pixels, at spaces and after hyphens, and at each line feed. When there are more than
 * `maxLines`, the last line ends in an ellipsis. No line is empty, unless the text has empty paragraphs; the empty text has no lines.
 */
export function wrap(text: string, font: Font, maxWidth: number, maxLines = Number.POSITIVE_INFINITY): readonly string[] {
  if (text.trim() === '') return [];
  const lines = text.split('\n').flatMap((paragraph) => breakParagraph(paragraph.trim(), font, maxWidth));
  if (lines.length <= maxLines) return lines;
  const last = lines[maxLines - 1] ?? '';
  return [...lines.slice(0, maxLines - 1), cut(`${last} ${lines[maxLines] ?? ''}`, font, maxWidth)].slice(0, maxLines);
}

/** As `wrap`, with lines as even in length as the same number of lines allows: for headlines. */
export function wrapBalanced(text: string, font: Font, maxWidth: number, maxLines = Number.POSITIVE_INFINITY): readonly string[] {
  const lines = wrap(text, font, maxWidth, maxLines);
  if (lines.length < 2 || wrap(text, font, maxWidth).length > maxLines) return lines;
  let low = maxWidth / lines.length;
  let high = maxWidth;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (wrap(text, font, middle).length <= lines.length) high = middle;
    else low = middle;
  }
  return wrap(text, font, high);
}
