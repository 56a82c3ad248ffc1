import { decodeEntities } from './html-entities.ts';

/** The words of a text that was written as HTML. */
export interface PlainText {
  readonly text: string;
  /** Each tag that could run or load something, as it stood, shortened. */
  readonly removed: readonly string[];
  /** Whether the markup held more than words and their look: links, pictures, embedded pages. Whoever wants them keeps the text as it was. */
  readonly rich: boolean;
}

/** Elements that are dropped with what they hold. */
const DROPPED: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'template', 'object', 'applet', 'svg', 'math', 'title']);

/** Elements that run or load something by being there. */
const ACTIVE: ReadonlySet<string> = new Set([
  'script', 'style', 'iframe', 'object', 'applet', 'embed', 'svg', 'math', 'link', 'meta', 'base', 'frame', 'frameset', 'portal',
  'img', 'image', 'picture', 'video', 'audio', 'source', 'track', 'input', 'button', 'form', 'isindex',
]);

/** Elements that begin and end a line. */
const LINES: ReadonlySet<string> = new Set([
  'div', 'tr', 'table', 'ul', 'ol', 'dl', 'dt', 'dd', 'section', 'article', 'header', 'footer', 'aside', 'main', 'nav', 'figure', 'figcaption',
  'form', 'address', 'fieldset', 'details', 'summary', 'center',
]);

/** Elements that stand apart from what is before and after them. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr']);

const HANDLER = /[\s/"']on[a-z]+\s*=/i;
const SCRIPT_URL = /(?:java|vb|live)script\s*:|data\s*:\s*text\/html/i;
const LINK_OR_PICTURE = /\s(?:href|src|srcset|data|poster|cite)\s*=/i;
const MARKUP = /[<&]/;
const BREAKS = /<(?:br|p|div|li|tr|h[1-6]|ul|ol|blockquote)[\s/>]/i;

/** Most characters of a removed tag that are told. */
const QUOTED = 60;

/**
 * The plain text of what may be HTML: tags removed, character references decoded, `<br>` and the ends of blocks turned into line breaks,
 * scripts and embedded pages dropped with what they hold. A `<` that begins no tag stays. Line breaks of the text itself stay unless
 * its markup makes lines. Takes time in proportion to the length.
 */
export function plainText(html: string): PlainText {
  if (!MARKUP.test(html)) return { text: html, removed: [], rich: false };
  const isLaidOut = BREAKS.test(html);
  const pieces: string[] = [];
  const removed: string[] = [];
  let rich = false;
  const say = (words: string): void => {
    if (words !== '') pieces.push(isLaidOut ? words.replace(/[\t\n\f\r ]+/g, ' ') : words);
  };
  const tagAt = tagScanner(html);
  const contentEnd = contentScanner(html);
  let said = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', open)) {
    const tag = tagAt(open);
    if (tag === undefined) {
      open += 1;
      continue;
    }
    say(decodeEntities(html.slice(said, open)));
    const whole = html.slice(open, tag.end);
    if (isActive(tag.name, whole)) removed.push(whole.length > QUOTED ? `${whole.slice(0, QUOTED - 1)}…` : whole);
    rich ||= ACTIVE.has(tag.name) || LINK_OR_PICTURE.test(whole);
    pieces.push(breakOf(tag.name, tag.closes));
    open = DROPPED.has(tag.name) && !tag.closes ? contentEnd(tag.name, tag.end) : tag.end;
    said = open;
  }
  say(decodeEntities(html.slice(said)));
  return { text: tidied(pieces), removed, rich };
}

interface Tag {
  /** In lower case; empty for a comment or declaration. */
  readonly name: string;
  readonly closes: boolean;
  readonly end: number;
}

const NAME = /<(\/?)([A-Za-z][\w:-]*)(?=[\s/>])/y;

/** Finds the tag or comment that begins at a position. Each end is looked for in vain at most once, however many tags there seem to be. */
function tagScanner(html: string): (open: number) => Tag | undefined {
  let quotesCount = true;
  let hasMore = true;
  let hasComments = true;
  return (open) => {
    if (html.startsWith('<!--', open)) {
      const end = hasComments ? html.indexOf('-->', open + 4) : -1;
      hasComments = end !== -1;
      return hasComments ? { name: '', closes: false, end: end + 3 } : undefined;
    }
    if (!hasMore) return undefined;
    NAME.lastIndex = open;
    const match = NAME.exec(html);
    if (match === null && !/[!?]/.test(html[open + 1] ?? '')) return undefined;
    let end = quotesCount && match !== null ? quotedEnd(html, NAME.lastIndex) : undefined;
    if (end === undefined) {
      quotesCount &&= match === null;
      end = html.indexOf('>', open) + 1;
      hasMore = end !== 0;
      if (!hasMore) return undefined;
    }
    return { name: (match?.[2] ?? '').toLowerCase(), closes: match?.[1] === '/', end };
  };
}

/** The position after the `>` that ends a tag, past those in quoted values; `undefined` when there is none. */
function quotedEnd(html: string, from: number): number | undefined {
  for (let at = from; at < html.length; at += 1) {
    const character = html[at];
    if (character === '>') return at + 1;
    if ((character !== '"' && character !== "'") || !followsEquals(html, at)) continue;
    const close = html.indexOf(character, at + 1);
    if (close === -1) return undefined;
    at = close;
  }
  return undefined;
}

function followsEquals(html: string, at: number): boolean {
  const before = html[at - 1];
  return before === '=' || (before === ' ' && html[at - 2] === '=');
}

const isActive = (name: string, whole: string): boolean => ACTIVE.has(name) || HANDLER.test(whole) || SCRIPT_URL.test(decodeEntities(whole));

/** Elements whose content is no markup: without an end tag it goes on to the end of the text. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'title']);

/** Finds the position after what an element holds, its end tag included. The end tag of each name is looked for in vain at most once. */
function contentScanner(html: string): (name: string, from: number) => number {
  const unended = new Set<string>();
  return (name, from) => {
    if (unended.has(name)) return from;
    const endTag = new RegExp(`</${name}[\\s/>]`, 'gi');
    endTag.lastIndex = from;
    if (endTag.test(html)) {
      const end = html.indexOf('>', endTag.lastIndex - 1);
      return end === -1 ? html.length : end + 1;
    }
    if (RAW.has(name)) return html.length;
    unended.add(name);
    return from;
  };
}

/** Characters that stand for breaks until the text is tidied: a line break, an edge of a block, an edge of a paragraph. */
const [LINE, BLOCK, PARAGRAPH] = ['\u2028', '\v', '\u2029'];

function breakOf(name: string, closes: boolean): string {
  if (name === 'br') return LINE;
  if (name === 'li') return closes ? BLOCK : `${BLOCK}• `;
  if (name === 'td' || name === 'th') return closes ? ' ' : '';
  if (PARAGRAPHS.has(name)) return PARAGRAPH;
  return LINES.has(name) ? BLOCK : '';
}

/** Joins pieces: no blanks around a break, one empty line between paragraphs at most, nothing at the ends. */
function tidied(pieces: readonly string[]): string {
  const paragraphs = pieces.join('').split(PARAGRAPH).map((paragraph) => filled(paragraph.split(BLOCK).map(linesOf)).join('\n'));
  return filled(paragraphs).join('\n\n');
}

const linesOf = (block: string): string => block.split(LINE).map((line) => line.trim()).join('\n').replace(/\n{3,}/g, '\n\n').trim();

const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');
