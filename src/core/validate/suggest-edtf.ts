import { parseWritten } from '../time/written.ts';

/** What the writer of an unreadable date most likely meant, in EDTF; `undefined` when that would be a guess. */
export function suggestEdtf(text: string): string | undefined {
  const written = parseWritten(text);
  return written.ok ? written.value.edtf.text : undefined;
}
