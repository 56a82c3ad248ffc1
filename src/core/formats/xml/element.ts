import type { XmlElement } from './walk-xml.ts';

/** The elements within an element, in their order. */
export const elementsIn = ({ content }: XmlElement): readonly XmlElement[] => content.filter((part) => typeof part !== 'string');

/** Those of one local name, whatever their prefix. */
export const elementsNamed = (element: XmlElement, local: string): readonly XmlElement[] =>
  elementsIn(element).filter((inner) => inner.local === local);

/** The first element within an element that has a local name and the prefix of the outer one: the word of its own vocabulary. */
export const ownElement = (element: XmlElement, local: string): XmlElement | undefined =>
  elementsIn(element).find((inner) => inner.local === local && inner.prefix === element.prefix);

/** The words of an element and of all within it, one after the other, as they stand. */
export function wordsOf(element: XmlElement): string {
  const { content } = element;
  const [first] = content;
  if (content.length === 0) return '';
  if (content.length === 1 && typeof first === 'string') return first;
  return content.map((part) => (typeof part === 'string' ? part : wordsOf(part))).join('');
}

/** The words of the first own element of a name, without blanks around them; `undefined` where there is none or it is empty. */
export function ownWords(element: XmlElement, local: string): string | undefined {
  const inner = ownElement(element, local);
  return inner === undefined ? undefined : filled(wordsOf(inner));
}

/** A text without blanks around it; `undefined` for one of blanks alone. */
export function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}

/**
 * What an element holds, as HTML: its words as they stand where it holds words alone, since those are HTML that was escaped; with elements among
 * them, the words escaped and the elements as tags.
 */
export function htmlOf(element: XmlElement): string {
  return element.content.every((part) => typeof part === 'string') ? wordsOf(element) : element.content.map(markupOf).join('');
}

function markupOf(part: string | XmlElement): string {
  if (typeof part === 'string') return part.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const attributes = [...part.attributes].map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  const tag = `${part.local}${attributes.join('')}`;
  return part.content.length === 0 ? `<${tag}/>` : `<${tag}>${part.content.map(markupOf).join('')}</${part.local}>`;
}
