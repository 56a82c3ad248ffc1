import type { Codes, Dataset } from '../model/dataset.ts';
import { STATUSES } from '../model/event.ts';
import type { Clauses } from './clauses.ts';
import type { ClauseKeeper } from './flips.ts';
import { bitOf } from './visible.ts';

/** Keeps the category clause: it hides an event all of whose categories are hidden, and never one without a category. */
export function categoryKeeper({ columns, story }: Dataset): ClauseKeeper {
  const { values, codes } = columns.categories;
  return codeKeeper('category', codes, values.length, ({ hiddenCategories }) => hiddenCategories, (ids) => {
    const hidden = new Set(ids.map((id) => story.categories.findIndex((category) => category.id === id)));
    return values.map((set) => set.length > 0 && set.every((position) => hidden.has(position)));
  });
}

/** Keeps the status clause. */
export function statusKeeper({ columns }: Dataset): ClauseKeeper {
  return codeKeeper('status', columns.status, STATUSES.length, ({ hiddenStatuses }) => hiddenStatuses, (hidden) =>
    STATUSES.map((status) => hidden.includes(status)));
}

/** Keeps a clause that looks at one code of each row: `askedIn` is what it is asked, `fails` says of every code whether it fails that. */
function codeKeeper<T>(
  source: 'category' | 'status',
  codes: Codes,
  distinct: number,
  askedIn: (clauses: Clauses) => readonly T[],
  fails: (asked: readonly T[]) => readonly boolean[],
): ClauseKeeper {
  const bit = bitOf(source);
  let asked: readonly T[] = [];
  let failing = new Uint8Array(distinct);
  let byCode: RowsByCode | undefined;
  return {
    ask: (clauses, flips) => {
      const next = askedIn(clauses);
      if (next === asked) return;
      asked = next;
      const before = failing;
      failing = Uint8Array.from(fails(next), Number);
      const turning = failing.map((fails, code) => fails ^ (before[code] as number));
      if (!turning.includes(1)) return;
      byCode ??= rowsByCode(codes, distinct);
      const { starts, rows } = byCode;
      const pieces = Array.from(turning.keys())
        .filter((code) => turning[code] === 1)
        .map((code) => rows.subarray(starts[code], starts[code + 1]));
      if (flips.areMany(pieces.reduce((sum, { length }) => sum + length, 0))) {
        turnCodes(flips.turnFreely(bit), codes, turning.map((turns) => turns * bit));
      } else for (const piece of pieces) flips.flipRows(piece, bit);
    },
  };
}

/** The rows of each code, in order: those of code `c` from `starts[c]` to `starts[c + 1]` in `rows`. */
interface RowsByCode {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

function rowsByCode(codes: Codes, distinct: number): RowsByCode {
  const starts = new Uint32Array(distinct + 1);
  for (let i = 0; i < codes.length; i += 1) starts[(codes[i] as number) + 1] = (starts[(codes[i] as number) + 1] as number) + 1;
  for (let code = 0; code < distinct; code += 1) starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  const rows = new Uint32Array(codes.length);
  const next = starts.slice();
  for (let i = 0; i < codes.length; i += 1) {
    const at = next[codes[i] as number] as number;
    rows[at] = i;
    next[codes[i] as number] = at + 1;
  }
  return { starts, rows };
}

/** Turns over, for every row, the bits that stand under its code. */
function turnCodes(failed: Uint8Array, codes: Codes, bitsOf: Uint8Array): void {
  for (let i = 0; i < codes.length; i += 1) failed[i] = (failed[i] as number) ^ (bitsOf[codes[i] as number] as number);
}
