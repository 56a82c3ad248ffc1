import type { Json } from '../../model/event.ts';
import { fieldsNamed } from '../field-names.ts';
import { elementsIn, elementsNamed, filled, wordsOf } from '../xml/element.ts';
import { keepElement } from '../xml/leaves.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { keep } from '../xml/words.ts';

/** How clearly a name has to speak for a field: as one of the names that tables are known to use. */
export const CLEAR = 0.8;

const DATA: ReadonlySet<string> = new Set(['Data', 'SchemaData', 'SimpleData', 'SimpleArrayData']);

/** Keeps the data of a feature's own beside its event, each value by the name that the file gives it. */
export function keepExtendedData(extra: Map<string, Json>, extended: XmlElement): void {
  for (const [name, value] of dataIn(extended)) keep(extra, name, value);
  for (const element of elementsIn(extended)) if (!DATA.has(element.local)) keepElement(extra, element);
}

/** The value of the data that is named most clearly as a title: some programs leave the name of a placemark out. */
export function titleAmongData(placemark: XmlElement): string | undefined {
  let best: { readonly text: string; readonly certainty: number } | undefined;
  for (const [name, text] of elementsNamed(placemark, 'ExtendedData').flatMap((extended) => [...dataIn(extended)])) {
    const certainty = fieldsNamed(name).find(({ field }) => field === 'title')?.certainty ?? 0;
    if (certainty >= CLEAR && certainty > (best?.certainty ?? 0)) best = { text, certainty };
  }
  return best?.text;
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
