import { boxesOverlap, type Box } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Mark } from '../scene/scene.ts';
import type { LaneBand } from './lanes.ts';
import { lookAt, type EventLook } from './timeline-look.ts';
import type { PlacedItem } from './timeline-region.ts';
import { FONTS, SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

export interface NoteRoom {
  readonly dataset: Dataset;
  readonly band: LaneBand;
  /** From pixels along the whole time line to pixels of the picture. */
  readonly dx: number;
  readonly plot: Box;
  /** What is in the way. */
  readonly taken: readonly Box[];
  readonly world: World;
}

/** Under a soft bar, in words, what is not known of its date; where nothing is in the way. */
export function noteMarks(singles: readonly PlacedItem[], { dataset, band, dx, plot, taken, world }: NoteRoom): readonly Mark[] {
  return singles.flatMap(({ item, row }): readonly Mark[] => {
    if (item.figure.kind !== 'soft') return [];
    const text = softNote(lookAt(dataset, item.event), world);
    const left = Math.max(item.figure.left + dx, plot.x) + SIZES.inset;
    const box = { x: left, y: band.firstRow + row * band.rowPitch + SIZES.bar / 2 + 2, width: world.measure(text, FONTS.note), height: 15 };
    const isFree = box.x + box.width <= item.figure.right + dx + 4 && box.y + box.height <= band.y + band.height && !taken.some((other) => boxesOverlap(other, box));
    return isFree
      ? [{ kind: 'text', x: left, y: box.y + 11, text, font: FONTS.note, fill: world.palette.third, anchor: 'start', event: item.event, role: 'note' }]
      : [];
  });
}

function softNote({ when }: EventLook, { messages }: World): string {
  const { soft } = messages.timeline;
  switch (when.edtf?.precision) {
    case 'month':
      return soft.month;
    case 'season':
      return soft.season;
    case 'year':
      return soft.year;
    default:
      return when.edtf?.qualifier.approximate === true ? soft.approximate : soft.coarse;
  }
}
