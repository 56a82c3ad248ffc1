import { FIELDS, type Field } from '../../../core/formats/fields.ts';
import type { Answers } from '../../../core/formats/answers.ts';
import type { About } from '../../../core/validate/import.ts';

/** Where the answers for tables of some columns are kept: under this, and the names of the columns. */
const KEY = 'dateline:columns:';

const YEARS = ['historical', 'astronomical'] as const;
const ORDERS = ['day-first', 'month-first'] as const;

const keyOf = (columns: About['columns']): string => KEY + JSON.stringify(columns.map(({ name }) => name));

/** What a person said the last time that a table had these columns; `undefined` when they said nothing. */
export function answersFor(columns: About['columns']): Answers | undefined {
  if (columns.length === 0) return undefined;
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(columns)) ?? 'null');
    return typeof kept === 'object' && kept !== null ? readAnswers(new Map(Object.entries(kept))) : undefined;
  } catch {
    return undefined;
  }
}

function readAnswers(kept: ReadonlyMap<string, unknown>): Answers | undefined {
  const order = ORDERS.find((known) => known === kept.get('order'));
  const years = YEARS.find((known) => known === kept.get('years'));
  const zone = kept.get('zone');
  const pairs: unknown = kept.get('mapping');
  const mapping = new Map<string, Field | null>();
  for (const pair of Array.isArray(pairs) ? (pairs as readonly unknown[]) : []) {
    const [name, field] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    const known = field === null ? null : FIELDS.find((one) => one === field);
    if (typeof name === 'string' && known !== undefined) mapping.set(name, known);
  }
  if (order === undefined && years === undefined && typeof zone !== 'string' && mapping.size === 0) return undefined;
  return {
    ...(order === undefined ? {} : { order }),
    ...(years === undefined ? {} : { years }),
    ...(typeof zone === 'string' ? { zone } : {}),
    ...(mapping.size === 0 ? {} : { mapping }),
  };
}

/** Keeps what was said of a table for the next one with these columns; a browser that keeps nothing is no matter. */
export function rememberAnswers(columns: About['columns'], { order, years, zone, mapping }: Answers): void {
  if (columns.length === 0) return;
  try {
    const isSaid = order !== undefined || years !== undefined || zone !== undefined || mapping !== undefined;
    if (isSaid) window.localStorage.setItem(keyOf(columns), JSON.stringify({ order, years, zone, mapping: [...(mapping ?? [])] }));
    else window.localStorage.removeItem(keyOf(columns));
  } catch {
    // Without storage the guesses stand, as for any other table.
  }
}
