import { intervalOf } from './edtf.ts';
import type { Edtf, EdtfPoint, EdtfRange } from './edtf-reading.ts';
import { setOf } from './edtf-set.ts';
import { spanWithin } from './edtf-span.ts';
import { instant } from './instant.ts';
import { clocksOf, instantsOfWall, type Clocks } from './zone.ts';

/**
 * The reading with the bounds that it has when its times of day are read from the clocks of an IANA zone; what states a zone of its own
 * keeps it. Only times are moved: days, months and years are those of the calendar wherever they are lived, and an interval or set that
 * mixes them with times stays as it is. So does everything in a zone that is not known.
 */
export function inZone(edtf: Edtf, zone: string): Edtf {
  const clocks = clocksOf(zone);
  if (clocks === undefined || !pointsOf(edtf).every(({ kind }) => kind === 'date-time')) return edtf;
  const move = (point: EdtfPoint): EdtfPoint => movePoint(point, clocks);
  switch (edtf.kind) {
    case 'interval': {
      const moveEnd = (end: typeof edtf.from): typeof edtf.from => (typeof end === 'string' ? end : move(end));
      return intervalOf(edtf.text, moveEnd(edtf.from), moveEnd(edtf.to));
    }
    case 'set': {
      const moveRange = ({ kind, from, to }: EdtfRange): EdtfRange => ({ kind, from: from && move(from), to: to && move(to) });
      return setOf(edtf.text, edtf.choice, edtf.entries.map((entry) => (entry.kind === 'range' ? moveRange(entry) : move(entry))));
    }
    default:
      return move(edtf);
  }
}

/** The single dates that a reading is made of. */
export function pointsOf(edtf: Edtf): readonly EdtfPoint[] {
  switch (edtf.kind) {
    case 'interval':
      return [edtf.from, edtf.to].filter((end) => typeof end !== 'string');
    case 'set':
      return edtf.entries.flatMap((entry) => (entry.kind === 'range' ? [entry.from, entry.to] : [entry])).filter((point) => point !== undefined);
    default:
      return [edtf];
  }
}

function movePoint(point: EdtfPoint, clocks: Clocks): EdtfPoint {
  if (point.kind !== 'date-time' || point.zoned) return point;
  const { earliestStart, latestEnd } = point.span;
  const { first, last } = instantsOfWall(earliestStart, clocks);
  return { ...point, span: spanWithin({ start: first, end: instant(last + (latestEnd - earliestStart)) }), zoned: true };
}
