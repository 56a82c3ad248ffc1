import { derived } from './derived.ts';

/** The rows of the events without a place on the map. */
export const unplacedRows = derived('unplaced rows', ({ columns: { placeStart }, size }): Uint32Array<ArrayBuffer> => {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let i = 0; i < size; i += 1) {
    if (placeStart[i] !== placeStart[i + 1]) continue;
    rows[count] = i;
    count += 1;
  }
  return rows.slice(0, count);
});
