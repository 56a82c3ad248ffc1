/** Elements of HTML that stand in texts, and are often left open there; none of them is an element of the formats that are read here. */
const WORDS: ReadonlySet<string> = new Set([
  'a', 'abbr', 'b', 'big', 'blockquote', 'br', 'center', 'cite', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'font', 'h1', 'h2', 'h3', 'h4', 'h5',
  'h6', 'hr', 'i', 'img', 'ins', 'li', 'ol', 'p', 'pre', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td',
  'tfoot', 'th', 'thead', 'tr', 'tt', 'u', 'ul', 'wbr',
]);

/** Whether the name of an element is one of those that HTML lays out words with, in either case. */
export const isWordOfHtml = (name: string): boolean => WORDS.has(name) || WORDS.has(name.toLowerCase());
