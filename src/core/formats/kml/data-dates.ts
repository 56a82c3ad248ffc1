import { settleOrder } from '../../time/date-columns.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import { parseWritten } from '../../time/written.ts';
import type { Answers, Question } from '../answers.ts';
import { fieldsNamed } from '../field-names.ts';
import { elementsIn } from '../xml/element.ts';
import type { Stated } from '../xml/dates.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { CLEAR, dataIn } from './extended-data.ts';

/** The dates that a placemark has among the data of the file's own, as maps that were made from a table have them. */
export interface DataDates {
  readonly start: Stated | undefined;
  readonly end: Stated | undefined;
}

/** Finds a start and an end by their names, `Date` or `End date`, in the languages that tables are read in; `undefined` where there is neither. */
export function dataDatesIn(placemark: XmlElement): DataDates | undefined {
  const best = new Map<string, { readonly stated: Stated; readonly certainty: number }>();
  for (const extended of elementsIn(placemark)) {
    if (extended.local !== 'ExtendedData') continue;
    for (const [name, text] of dataIn(extended)) {
      for (const { field, certainty } of fieldsNamed(name)) {
        const isClearest = certainty >= CLEAR && certainty > (best.get(field)?.certainty ?? 0);
        if ((field === 'start' || field === 'end') && isClearest && isDate(text)) best.set(field, { stated: { text, column: name }, certainty });
      }
    }
  }
  return best.size === 0 ? undefined : { start: best.get('start')?.stated, end: best.get('end')?.stated };
}

/** Whether a text is a date, apart from numbers too small to be a year. */
function isDate(text: string): boolean {
  if (/^\d{1,3}$/.test(text)) return false;
  const written = parseWritten(text);
  return written.ok || written.error.kind === 'ambiguous';
}

/** Whether dates can be read only when it is known which of day and month comes first. */
export const dependsOnOrder = ({ start, end }: DataDates): boolean =>
  [start, end].some((date) => {
    const written = date === undefined ? undefined : parseWritten(date.text);
    return written?.ok === false && written.error.kind === 'ambiguous';
  });

/** Which of day and month comes first, and what to ask where nothing says. */
export interface OrderAmong {
  readonly order: DateHabits['order'];
  readonly questions: readonly Question[];
}

/** The order of all of them: as a person says, or as some of them prove. */
export function orderAmong(dates: Iterable<DataDates>, answered: Answers['order']): OrderAmong {
  const stated = Array.from(dates, ({ start, end }) => [start, end]).flat().filter((date) => date !== undefined);
  const { order, counts, evidence } = settleOrder(stated.map(({ text }) => text));
  const used = answered ?? order;
  const isOpen = used === undefined && counts.either > 0;
  return { order: used, questions: isOpen ? [{ kind: 'order', column: stated[0]?.column ?? '', evidence, used: undefined }] : [] };
}
