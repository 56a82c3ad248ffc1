import places from '../../../data/gazetteer/places.tsv?url';
import { parseGazetteer, type Gazetteer } from '../../core/geo/gazetteer.ts';
import { whileBusy } from '../platform/busy.ts';

let fetched: Promise<Gazetteer | undefined> | undefined;

/** The gazetteer that ships with the page, fetched when it is first asked for; `undefined` where it could not be had this time. */
export function fetchGazetteer(): Promise<Gazetteer | undefined> {
  fetched ??= whileBusy(load()).catch(() => {
    fetched = undefined;
    return undefined;
  });
  return fetched;
}

async function load(): Promise<Gazetteer> {
  const answer = await fetch(places);
  if (!answer.ok) throw new Error(`${places}: ${answer.status}`);
  return parseGazetteer(await answer.text());
}
