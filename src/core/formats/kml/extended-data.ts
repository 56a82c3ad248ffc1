import type { Json } from '../../model/event.ts';
import { elementsIn, elementsNamed, filled, wordsOf } from '../xml/element.ts';
import { keepElement } from '../xml/leaves.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { keep } from '../xml/words.ts';

const DATA: ReadonlySet<string> = new Set(['Data', 'SchemaData', 'SimpleData', 'SimpleArrayData']);

/** Keeps the data of a feature's own beside its event, each value by the name that the file gives it. */
export function keepExtendedData(extra: Map<string, Json>, extended: XmlElement): void {
  for (const [name, value] of dataIn(extended)) keep(extra, name, value);
  for (const element of elementsIn(extended)) if (!DATA.has(element.local)) keepElement(extra, element);
}

/** Names and values: of untyped data, of typed data, and of the arrays of a track. */
export function* dataIn(extended: XmlElement): Generator<readonly [name: string, value: string]> {
  for (const element of elementsIn(extended)) {
    const { local } = element;
    if (local === 'SchemaData') yield* dataIn(element);
    if (local === 'SchemaData' || !DATA.has(local)) continue;
    const name = filled(element.attributes.get('name')) ?? local;
    const values = elementsNamed(element, 'value');
    for (const value of local === 'SimpleData' || (local === 'Data' && values.length === 0) ? [element] : values) {
      const words = filled(wordsOf(value));
      if (words !== undefined) yield [name, words];
    }
  }
}
