import { foldName } from '../field-names.ts';
import type { Field, Mapping } from '../fields.ts';
import type { Layout } from '../format.ts';

/** A mapping by the names of columns, which are compared without case and signs; of columns with one name the first counts. */
export function mappedBy(fields: Readonly<Record<string, Field>>): Layout['mapping'] {
  const known = new Map(Object.entries(fields).map(([name, field]) => [foldName(name), field]));
  return (header): Mapping => {
    const names = header.map(foldName);
    return names.map((name, column) => (names.indexOf(name) === column ? known.get(name) : undefined));
  };
}

/** Whether a header has all of some columns. */
export function hasColumns(header: readonly string[], names: readonly string[]): boolean {
  const folded = new Set(header.map(foldName));
  return names.every((name) => folded.has(foldName(name)));
}

/** Whether a header has at least one of some columns. */
export const hasColumn = (header: readonly string[], names: readonly string[]): boolean => names.some((name) => hasColumns(header, [name]));

/** The parts of a cell between semicolons or other signs, without blank ones. */
export const partsOf = (text: string, separator: string | RegExp = ';'): readonly string[] =>
  text.split(separator).map((part) => part.trim()).filter((part) => part !== '');
