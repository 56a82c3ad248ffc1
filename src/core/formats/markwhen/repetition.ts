import type { DateOrder } from '../../time/date-habits.ts';
import type { Instant } from '../../time/instant.ts';
import { parseWritten } from '../../time/written.ts';
import { parseAmounts, unitOf, type Amount } from './amounts.ts';

/** How an event repeats: after how long, and until when or how often. */
export interface Repetition {
  readonly step: Amount;
  readonly times: number | undefined;
  readonly length: readonly Amount[] | undefined;
  readonly until: Instant | undefined;
}

const EVERY = /^(?:(\d{1,5})\s+|(other)\s+)?((?:week|work|business)\s{1,5}days?|[a-z]{1,12})(?:\s+(.*))?$/i;

/** Reads what follows `every`: `2 weeks for 4 times`, `other month until 2025-12`, `year x30`; `undefined` where it cannot be read. */
export function parseRepetition(text: string, order: DateOrder): Repetition | undefined {
  const match = EVERY.exec(text.trim());
  const unit = match === null ? undefined : unitOf(match[3] ?? '');
  const count = match?.[2] === undefined ? Number(match?.[1] ?? 1) : 2;
  if (match === null || unit === undefined || count < 1) return undefined;
  const step: Amount = { unit, count };
  const end = match[4]?.trim() ?? '';
  const open = { step, times: undefined, length: undefined, until: undefined };
  if (end === '') return open;
  const times = /^(?:x\s*(\d{1,6})|for\s+(\d{1,6})\s+times?|(\d{1,6})\s+times?)$/i.exec(end);
  if (times !== null) return { ...open, times: Number(times[1] ?? times[2] ?? times[3]) };
  const length = /^for\s+(.*)$/i.exec(end);
  if (length !== null) {
    const amounts = parseAmounts(length[1] ?? '');
    return amounts === undefined ? undefined : { ...open, length: amounts };
  }
  const until = /^(?:until|till?|to|through|\/|-)\s*(.*)$/i.exec(end);
  const written = until === null ? undefined : parseWritten(until[1] ?? '', { order });
  return written?.ok === true ? { ...open, until: written.value.edtf.span.latestEnd } : undefined;
}
