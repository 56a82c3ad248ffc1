import { internBytes } from '../../base/intern-bytes.ts';
import type { ByteCells } from '../../formats/table.ts';
import type { Json, Place, Status } from '../../model/event.ts';
import { shared, type Shared } from '../../model/interning.ts';
import { LACK } from '../../model/record.ts';
import type { RowField } from '../../model/row-record.ts';
import { isAbsent, unguarded } from './cell-texts.ts';
import type { ColumnPlan, Row } from './columns.ts';
import { listReader, readStatus } from './row-texts.ts';

/** A text that recurs: what it means, and what columns share of it. */
interface Word<T, S = T> {
  readonly value: T;
  readonly shared: Shared<S>;
  /** The field of a record that says so; the text itself where it is the same. */
  readonly field: Json;
}

/** A place by its name. */
interface PlaceWord extends Word<string> {
  /** Whether a place of this name stays without a position. */
  readonly isUnplaced: () => boolean;
}

/** Reads the cell of a row whose first one is given; `undefined` where its text cannot be read plainly. */
type WordColumn<W> = (cells: ByteCells, first: number) => W | undefined;

/** Readers of the columns of a table in which texts recur. */
export interface PlainWords {
  readonly category: WordColumn<Word<readonly string[]>>;
  readonly status: WordColumn<Word<Status>>;
  readonly attribution: WordColumn<Word<string>>;
  readonly actors: WordColumn<Word<readonly string[], string>>;
  readonly place: WordColumn<PlaceWord>;
}

/** Is told of a text that means something else than itself. */
export type NoteMeaning = (column: number, text: string, meaning: Json) => void;

/** Makes the readers of words. `placed` may give a place that has a name alone a position. */
export function plainWords(plan: ColumnPlan, header: readonly string[], placed: (place: Place) => Place, note: NoteMeaning): PlainWords {
  const columnOf = (field: RowField): number => plan.of(field)[0] ?? -1;
  const wordsOf = <T, S, W extends Word<T, S>>(field: RowField, read: (text: string) => W | undefined, nothing: W): WordColumn<W> => {
    const column = columnOf(field);
    const noted = (text: string): W | undefined => {
      const word = read(text);
      if (word !== undefined && word.field !== text) note(column, text, word.field);
      return word;
    };
    return wordColumn(column, noted, nothing);
  };
  const rowOf = (field: RowField, text: string): Row => ({ line: 0, cells: Array.from(header, (_, column) => (column === columnOf(field) ? text : '')) });
  const [listCategories, listActors] = [listReader(plan, ['category']), listReader(plan, ['actor'])];
  return {
    category: wordsOf('category', (text) => categoriesWord(listCategories(rowOf('category', text))), categoriesWord([])),
    status: wordsOf(
      'status',
      (text) => {
        const { value, left } = readStatus(plan, rowOf('status', text));
        return left.length > 0 ? undefined : statusWord(value ?? 'confirmed');
      },
      statusWord('confirmed'),
    ),
    attribution: wordsOf('attribution', (text) => attributionWord(isAbsent(text) ? undefined : nameIn(text)), attributionWord(undefined)),
    actors: wordsOf('actor', (text) => actorsWord(listActors(rowOf('actor', text))), actorsWord([])),
    place: wordsOf('place', (text) => placeWord(isAbsent(text) ? '' : nameIn(text), placed), placeWord('', placed)),
  };
}

/** Most different texts of a column that are remembered. */
const MOST_WORDS = 65_536;

/** Makes a reader of a column, or of none, in which texts recur: each is read once. An empty cell says `nothing`. */
function wordColumn<W>(column: number, read: (text: string) => W | undefined, nothing: W): WordColumn<W> {
  if (column < 0) return () => nothing;
  const known = internBytes();
  const words: (W | undefined)[] = [];
  return ({ bytes, start, end }, first) => {
    const from = start[first + column] as number;
    const to = end[first + column] as number;
    if (from === to) return nothing;
    if (to < 0 || known.texts.length >= MOST_WORDS) return undefined;
    const number = known.add(bytes, from, to);
    if (number === words.length) words.push(read(known.texts[number] ?? ''));
    return words[number];
  };
}

const nameIn = (text: string): string => unguarded(text).trim();

const aloneOrList = (values: readonly string[]): Json => (values.length === 0 ? LACK : values.length === 1 ? (values[0] ?? LACK) : values);
const categoriesWord = (value: readonly string[]): Word<readonly string[]> => ({ value, shared: shared(value), field: aloneOrList(value) });
const statusWord = (value: Status): Word<Status> => ({ value, shared: shared(value), field: value === 'confirmed' ? LACK : value });
const attributionWord = (value: string | undefined): Word<string> => ({ value: value ?? '', shared: shared(value ?? ''), field: value ?? LACK });
const actorsWord = (value: readonly string[]): Word<readonly string[], string> => ({ value, shared: shared(value[0] ?? ''), field: aloneOrList(value) });

function placeWord(name: string, placed: (place: Place) => Place): PlaceWord {
  let isUnplaced: boolean | undefined;
  const find = (): boolean => {
    if (name === '') return true;
    const place: Place = { kind: 'not-stated', name, basis: { kind: 'stated' }, wording: undefined };
    return placed(place) === place;
  };
  return { value: name, shared: shared(name), field: name === '' ? LACK : name, isUnplaced: () => (isUnplaced ??= find()) };
}
