import type { Json } from '../../model/event.ts';
import { elementsIn, wordsOf } from './element.ts';
import type { XmlElement } from './walk-xml.ts';
import { keep } from './words.ts';

/**
 * Keeps what an element says beside an event: its words, and those of all elements within, by the names on the way to them with dots
 * between, and its attributes with an `@`.
 */
export function keepElement(extra: Map<string, Json>, element: XmlElement, path = element.name): void {
  for (const [name, value] of element.attributes) if (!name.startsWith('xmlns')) keep(extra, `${path}@${name}`, value);
  const inner = elementsIn(element);
  if (inner.length === 0) {
    const words = wordsOf(element).trim();
    if (words !== '') keep(extra, path, words);
    return;
  }
  const words = element.content.filter((part) => typeof part === 'string').join('').trim();
  if (words !== '') keep(extra, path, words);
  for (const child of inner) keepElement(extra, child, `${path}.${child.name}`);
}

/** Most characters of a refused record that are kept for mending it. */
const MOST_TEXT = 2000;

/** The cells of a record that is refused: what it says, by the names on the way to it. */
export function cellsOf(record: XmlElement): ReadonlyMap<string, string> {
  const kept = new Map<string, Json>();
  keepElement(kept, record, record.name);
  return new Map(Array.from(kept, ([name, value]) => [name, (Array.isArray(value) ? value.join(' ') : String(value)).slice(0, MOST_TEXT)]));
}
