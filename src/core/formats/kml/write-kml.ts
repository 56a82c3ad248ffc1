import type { LngLat } from '../../geo/coordinates.ts';
import { anchorOfArea, anchorOfRoute } from '../../model/anchor.ts';
import type { LocatedPlace, Place, TimelineEvent } from '../../model/event.ts';
import { isLocated } from '../../model/place.ts';
import type { Category, Story } from '../../model/story.ts';
import type { Edtf } from '../../time/edtf.ts';
import { edgesOf, textOfEdges, type DateParts } from '../edges.ts';
import { besideOf } from '../event-cells/beside.ts';
import { heldLines, wordsOfHtml } from '../event-cells/held.ts';
import type { EventCell } from '../event-cells/write-cells.ts';
import { inPieces } from '../pieces.ts';
import type { StoryPart } from '../story-part.ts';
import { htmlOf } from '../timelinejs/write-timelinejs.ts';
import { xmlText } from '../xml/escape.ts';
import { isWebUrl } from '../xml/words.ts';
import { BESIDE_PREFIX, CATEGORY } from './beside-names.ts';

/**
 * Writes a story as KML 2.3: a placemark for each event, with its time as far as XML Schema knows it, all its places, and what KML has no element
 * for as data of its own.
 */
export function* writeKml({ story, events }: StoryPart): Generator<string, void, void> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom">\n<Document>\n';
  yield headOf(story);
  yield* inPieces(placemarks(events(), story.categories));
  yield '</Document>\n</kml>\n';
}

const headOf = ({ title, deck }: Story): string =>
  `${title === '' ? '' : element('name', title)}${deck === undefined ? '' : element('description', htmlOf(deck))}`;

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>\n`;

function* placemarks(events: Iterable<TimelineEvent>, categories: readonly Category[]): Generator<string, void, void> {
  for (const event of events) yield placemarkOf(event, categories);
}

function placemarkOf(event: TimelineEvent, categories: readonly Category[]): string {
  const { title, description, places, attribution, sources } = event;
  const time = event.when.edtf === undefined ? undefined : timeOf(event.when.edtf);
  const located = places.filter(isLocated);
  const [place] = places;
  const link = sources.find(({ url }) => url !== undefined && isWebUrl(url));
  const html = description === undefined ? undefined : htmlOf(description);
  const held: readonly EventCell[] = [...heldLines(event).filter((name) => name !== 'id'), ...(html === undefined || wordsOfHtml(html) === description ? (['description'] as const) : [])];
  const beside = besideOf(event, { when: time?.text, places: shownPlaces(place, located) }, held);
  const names = event.categories.map((id) => categories.find((category) => category.id === id)?.name ?? id);
  const data = [
    ...(names.length === 0 ? [] : [dataOf(CATEGORY, names.join(' | '))]),
    ...Array.from(beside, ([name, value]) => dataOf(`${BESIDE_PREFIX}${name}`, value)),
  ];
  return [
    '<Placemark>\n',
    element('name', title),
    ...(attribution === undefined ? [] : [`<atom:author><atom:name>${xmlText(attribution)}</atom:name></atom:author>\n`]),
    ...(link?.url === undefined ? [] : [`<atom:link href="${xmlText(link.url)}"/>\n`]),
    ...(place === undefined || place.name === '' ? [] : [element('address', place.name)]),
    ...(html === undefined ? [] : [element('description', html)]),
    time?.xml ?? '',
    `<ExtendedData>\n${data.join('')}</ExtendedData>\n`,
    geometryOf(located),
    '</Placemark>\n',
  ].join('');
}

const dataOf = (name: string, value: string): string => `<Data name="${xmlText(name)}"><value>${xmlText(value)}</value></Data>\n`;

/** Places as readers of KML see them: all points first, then all lines as one, then all outlines as one, of one name. */
function shownPlaces(place: Place | undefined, located: readonly LocatedPlace[]): readonly Place[] {
  if (place === undefined) return [];
  const base = { name: place.name, basis: { kind: 'stated' }, wording: undefined } as const;
  const lines = located.flatMap((each) => (each.kind === 'route' ? each.path : []));
  const area = located.flatMap((each) => (each.kind === 'area' ? each.area : []));
  const shapes: readonly Place[] = [
    ...located.filter(({ kind }) => kind !== 'route' && kind !== 'area').map(({ at }): Place => ({ ...base, kind: 'exact', at })),
    ...(lines.length === 0 ? [] : [{ ...base, kind: 'route', path: lines, at: anchorOfRoute(lines) } as const]),
    ...(area.length === 0 ? [] : [{ ...base, kind: 'area', area, at: anchorOfArea(area) } as const]),
  ];
  return shapes.length > 0 || place.name === '' ? shapes : [{ ...base, kind: 'not-stated' }];
}

function geometryOf(places: readonly LocatedPlace[]): string {
  const parts = places.flatMap(partsOf);
  return parts.length > 1 ? `<MultiGeometry>\n${parts.join('')}</MultiGeometry>\n` : parts.join('');
}

function partsOf(place: LocatedPlace): readonly string[] {
  switch (place.kind) {
    case 'route':
      return place.path.map((line) => `<LineString>${coordinates(line)}</LineString>\n`);
    case 'area':
      return place.area.map(([outer = [], ...holes]) => `<Polygon>${boundary('outer', outer)}${holes.map((hole) => boundary('inner', hole)).join('')}</Polygon>\n`);
    default:
      return [`<Point>${coordinates([place.at])}</Point>\n`];
  }
}

const boundary = (side: 'outer' | 'inner', ring: readonly LngLat[]): string => `<${side}BoundaryIs><LinearRing>${coordinates(ring)}</LinearRing></${side}BoundaryIs>`;
const coordinates = (line: readonly LngLat[]): string => `<coordinates>${line.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates>`;

/** The farthest year that is written: the readers of KML know years of four digits. */
const MOST_YEARS = 9999;

/** The time of an event; `undefined` where XML Schema has no word for it. */
function timeOf(edtf: Edtf): { readonly xml: string; readonly text: string } | undefined {
  const edges = edgesOf(edtf);
  const { from, to } = edges;
  if ([from, to].some((parts) => parts !== undefined && !(parts.year > -MOST_YEARS && parts.year <= MOST_YEARS))) return undefined;
  const isOpen = edtf.kind === 'interval' && to === undefined;
  if (from !== undefined && to === undefined && !isOpen) return { xml: `<TimeStamp><when>${writtenDate(from)}</when></TimeStamp>\n`, text: textOfSeconds(from) };
  if (from === undefined && to === undefined) return undefined;
  const [begin, end] = [from === undefined ? '' : `<begin>${writtenDate(from)}</begin>`, to === undefined ? '' : `<end>${writtenDate(to)}</end>`];
  const text = from === undefined || to === undefined ? `${from === undefined ? '..' : textOfSeconds(from)}/${to === undefined ? '..' : textOfSeconds(to)}` : `${textOfSeconds(from)}/${textOfSeconds(to)}`;
  return { xml: `<TimeSpan>${begin}${end}</TimeSpan>\n`, text };
}

/** A date of XML Schema 1.0, whose year −0001 is 1 BCE: gYear, gYearMonth, date or dateTime. */
function writtenDate(parts: DateParts): string {
  const year = parts.year <= 0 ? `-${String(1 - parts.year).padStart(4, '0')}` : String(parts.year).padStart(4, '0');
  return `${year}${textOfSeconds({ ...parts, year: 1 }).slice(4)}`;
}

/** The same in EDTF; a time of day has seconds there. */
const textOfSeconds = (parts: DateParts): string => textOfEdges({ from: parts.hour === undefined ? parts : { second: 0, ...parts }, to: undefined });
