import { least } from 'd3';
import { clamp } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { categoryAt } from '../model/rows.ts';
import { datedRows, type Visible } from '../query/visible.ts';
import { SIZES } from './timeline-style.ts';

/** The events of one category, in time order. */
export interface Lane {
  /** Position in the story's categories, `NO_CATEGORY` for events without one. */
  readonly category: number;
  /** Empty for events without a category when there is no other lane. */
  readonly name: string;
  readonly events: readonly EventNumber[];
}

/** A lane's place in the stack of all lanes, in pixels from its top. */
export interface LaneBand {
  readonly y: number;
  readonly height: number;
  /** Middle of its first row. */
  readonly firstRow: number;
  readonly rowPitch: number;
}

/** The lanes that have visible dated events: by category in the story's order, then those without one. */
export function lanesOf(dataset: Dataset, visible: Visible, nameOfOthers: string): readonly Lane[] {
  const byCategory = new Map<number, EventNumber[]>();
  for (const i of datedRows(visible)) {
    const category = categoryAt(dataset, i);
    const lane = byCategory.get(category);
    if (lane === undefined) byCategory.set(category, [i]);
    else lane.push(i);
  }
  return [...byCategory]
    .sort(([a], [b]) => a - b)
    .map(([category, events]) => ({
      category,
      name: dataset.story.categories[category]?.name ?? (byCategory.size > 1 ? nameOfOthers : ''),
      events,
    }));
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
    const poorest = least(lacking, (i) => shares[i] ?? 0);
    if (poorest === undefined) break;
    shares[poorest] = (shares[poorest] ?? 0) + 1;
  }
  return shares;
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
