import { err, ok, type Result } from '../base/result.ts';
import type { DateHabits } from './date-habits.ts';
import { parseEdtf } from './edtf.ts';
import type { Written, WrittenError } from './written/reading.ts';

export type { Written, WrittenError } from './written/reading.ts';

/**
 * Reads a date as people and programs write it in cells, captions and forms, in the languages whose words are in `written/languages`: never
 * more exactly than it is written, and never by a guess. An error says why there is no date; texts that say that there is none are `absent`.
 */
export function parseWritten(text: string, habits: DateHabits = {}): Result<Written, WrittenError> {
  const trimmed = text.trim();
  if (trimmed === '') return err({ kind: 'absent' });
  const edtf = parseEdtf(trimmed);
  if (!edtf.ok) return err({ kind: 'unreadable' });
  return ok({ edtf: edtf.value, zone: habits.zone ?? 'local', order: 'none', exactText: true });
}
