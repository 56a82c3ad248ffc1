import { clamp } from '../base/geometry.ts';
import { SIZES } from './timeline-style.ts';

/** A lane's place in the stack of all lanes, in pixels from its top. */
export interface LaneBand {
  readonly y: number;
  readonly height: number;
  /** Middle of its first row. */
  readonly firstRow: number;
  readonly rowPitch: number;
}

/** How closely rows are set: at their own ease, or as close as can still be read. */
type Setting = 'natural' | 'tight';

const SETTINGS = {
  natural: { pitch: SIZES.row, padding: SIZES.lanePadding },
  tight: { pitch: SIZES.tightestRow, padding: SIZES.tightestPadding },
} as const;

/** Height of a lane with so many rows, and `above` pixels for the name over them. */
const laneHeight = (rows: number, { pitch, padding }: { readonly pitch: number; readonly padding: number }, above: number): number => above + rows * pitch + 2 * padding;

/** Height of lanes with so many rows each, with `above` pixels for the name over each. */
export const lanesHeight = (rows: readonly number[], setting: Setting, above: number): number =>
  sum(rows.map((own) => laneHeight(own, SETTINGS[setting], above)));

/** How much room lanes have. */
export interface Room {
  /** Pixels that show at a time. */
  readonly height: number;
  /** How many times that height lanes may take: 1 where they cannot be scrolled. */
  readonly reach: number;
  /** Pixels for the name over each lane. */
  readonly above: number;
}

/**
 * How many rows each lane gets in a height: as many as it needs when all have room at the tightest, else one each and then one more for
 * whoever has fewest and needs more, so that a lane of few events loses nothing to a crowded one.
 */
export function shareRows(needs: readonly number[], height: number, above: number): readonly number[] {
  const shares = needs.map((need) => Math.min(need, 1));
  const most = Math.floor((height - lanesHeight(shares, 'tight', above)) / SIZES.tightestRow);
  for (let spare = most; spare > 0; spare -= 1) {
    const lacking = needs.flatMap((need, i) => (need > (shares[i] ?? 0) ? [i] : []));
    const poorest = leastBy(lacking, (i) => shares[i] ?? 0);
    if (poorest === undefined) break;
    shares[poorest] = (shares[poorest] ?? 0) + 1;
  }
  return shares;
}

function leastBy<T>(values: readonly T[], of: (value: T) => number): T | undefined {
  let least: T | undefined;
  for (const value of values) if (least === undefined || of(value) < of(least)) least = value;
  return least;
}

/** How far a lane may be stretched beyond its natural height before it falls apart. */
const MOST_STRETCH = 1.6;

export interface StackOptions {
  readonly height: number;
  readonly above: number;
  /** Whether the height is to be filled, however few the rows. */
  readonly isFilled: boolean;
}

/**
 * Stacks lanes in a height: rows are set closer where there is less room than they like, and further apart, up to a limit, where there is
 * more. What is left then widens the lanes, up to a limit too unless the height is to be filled. Lanes that are too tall at the tightest go beyond it.
 */
export function stackLanes(rows: readonly number[], { height, above, isFilled }: StackOptions): readonly LaneBand[] {
  const setting = settingFor(rows, height, above);
  const plain = rows.map((own) => laneHeight(own, setting, above));
  const most = rows.map((own) => MOST_STRETCH * laneHeight(own, SETTINGS.natural, above));
  const spare = Math.max(height - sum(plain), 0);
  const share = Math.min(spare / Math.max(sum(most) - sum(plain), 1), 1);
  let y = 0;
  return plain.map((own, i) => {
    const wider = isFilled ? spare / rows.length : share * Math.max((most[i] ?? own) - own, 0);
    const band = { y, height: own + wider, firstRow: y + above + setting.padding + wider / 2 + setting.pitch / 2, rowPitch: setting.pitch };
    y += band.height;
    return band;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Pitch and padding with which rows fill a height, within what can be read and what still belongs together. */
function settingFor(rows: readonly number[], height: number, above: number): { readonly pitch: number; readonly padding: number } {
  const { natural, tight } = SETTINGS;
  const [most, least] = [lanesHeight(rows, 'natural', above), lanesHeight(rows, 'tight', above)];
  if (height >= most) return { pitch: Math.min(natural.pitch + (height - most) / Math.max(sum(rows), 1), SIZES.loosestRow), padding: natural.padding };
  const ease = clamp((height - least) / (most - least), 0, 1);
  return { pitch: tight.pitch + ease * (natural.pitch - tight.pitch), padding: tight.padding + ease * (natural.padding - tight.padding) };
}

/** What a lane asks of the stack: so many rows, so many pixels, or a share of the height that is left, but no more than it has a use for. */
export type LaneWish =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'fixed'; readonly height: number }
  | { readonly kind: 'share'; readonly most: number; readonly least: number };

/** Stacks lanes of all kinds: first come the pixels that are fixed, then shares or rows take what is left. */
export function stackMixed(wishes: readonly LaneWish[], options: StackOptions): readonly LaneBand[] {
  const fixed = sum(wishes.map((wish) => (wish.kind === 'fixed' ? wish.height : 0)));
  const left = Math.max(options.height - fixed, 0);
  const rows = stackLanes(wishes.flatMap((wish) => (wish.kind === 'rows' ? [wish.rows] : [])), { ...options, height: left });
  const shares = shareHeight(wishes.flatMap((wish) => (wish.kind === 'share' ? [wish] : [])), left);
  let [y, nextRows, nextShare] = [0, 0, 0];
  return wishes.map((wish) => {
    const own = wish.kind === 'rows' ? rows[nextRows++] : undefined;
    const height = own?.height ?? (wish.kind === 'fixed' ? wish.height : (shares[nextShare++] ?? 0));
    const band = own === undefined ? bandOf(y, height, options.above) : { ...own, y, firstRow: own.firstRow - own.y + y };
    y += height;
    return band;
  });
}

/** A lane of so many pixels, with as many rows as go into it, or one. */
function bandOf(y: number, height: number, above: number): LaneBand {
  const rows = rowsIn(height, above);
  const free = height - above - 2 * SIZES.tightestPadding;
  const rowPitch = clamp(free / rows, Math.min(SIZES.tightestRow, free), SIZES.loosestRow);
  return { y, height, firstRow: y + above + SIZES.tightestPadding + (free - rows * rowPitch) / 2 + rowPitch / 2, rowPitch };
}

/** How many rows go into a lane of so many pixels. */
export const rowsIn = (height: number, above: number): number =>
  Math.max(Math.floor((height - above - 2 * SIZES.tightestPadding) / SIZES.tightestRow), 1);

/** Shares a height evenly, but gives nobody more than the most or less than the least that it asks for. */
function shareHeight(wishes: readonly { readonly most: number; readonly least: number }[], height: number): readonly number[] {
  const result = wishes.map(() => 0);
  let [left, open] = [height, wishes.map((_, i) => i)];
  for (;;) {
    const share = left / Math.max(open.length, 1);
    const sated = open.filter((i) => (wishes[i]?.most ?? 0) <= share);
    if (sated.length === 0) {
      for (const i of open) result[i] = Math.max(share, wishes[i]?.least ?? 0);
      return result;
    }
    for (const i of sated) result[i] = wishes[i]?.most ?? 0;
    left -= sum(sated.map((i) => result[i] ?? 0));
    open = open.filter((i) => !sated.includes(i));
  }
}

/** Height of a lane with so many rows at their own ease. */
export const naturalHeightOf = (rows: number, above: number): number => laneHeight(rows, SETTINGS.natural, above);
