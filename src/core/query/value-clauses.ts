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
  let rowsOfCode: Uint32Array | undefined;
  return {
    ask: (clauses, flips) => {
      const next = askedIn(clauses);
      if (next === asked) return;
      asked = next;
      const before = failing;
      failing = Uint8Array.from(fails(next), Number);
      const turning = failing.map((fails, code) => fails ^ (before[code] as number));
      if (!turning.includes(1)) return;
      rowsOfCode ??= rowsByCode(codes, distinct);
      const rows = rowsOfCode.reduce((sum, count, code) => sum + count * (turning[code] as number), 0);
      if (flips.areMany(rows)) {
        turnCodes(flips.turnFreely(bit), codes, turning.map((turns) => turns * bit));
        return;
      }
      const { flip } = flips;
      for (let i = 0; i < codes.length; i += 1) if (turning[codes[i] as number] === 1) flip(i, bit);
    },
  };
}

function rowsByCode(codes: Codes, distinct: number): Uint32Array {
  const rows = new Uint32Array(distinct);
  for (let i = 0; i < codes.length; i += 1) rows[codes[i] as number] = (rows[codes[i] as number] as number) + 1;
  return rows;
}

/** Turns over, for every row, the bits that stand under its code. */
function turnCodes(failed: Uint8Array, codes: Codes, bitsOf: Uint8Array): void {
  for (let i = 0; i < codes.length; i += 1) failed[i] = (failed[i] as number) ^ (bitsOf[codes[i] as number] as number);
}
