import { clamp } from '../base/geometry.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import { STATUSES } from '../model/event.ts';
import { civilOf, instantOf } from '../time/calendar.ts';
import { instant, type Instant, type Interval } from '../time/instant.ts';
import {
  DEGREE_DECIMALS, escaped, laneMembers, oneOf, readArea, readLanes, readList, readNumber, readZone, rounded, unescaped, writeArea, writeList,
} from './link-parts.ts';
import { DIVIDER_LIMITS, INITIAL_VIEW, SPACINGS, STAGES, THEMES, type ViewState } from './view-state.ts';

/** What a link leads to: a view, and the shipped story it is a view of. */
export interface Link {
  readonly view: ViewState;
  /** Id of a shipped story; `undefined` for the one that opens first. */
  readonly story: string | undefined;
}

/** Version of the spelling below; a link of a newer version is read as far as its members are known. */
export const LINK_VERSION = 1;

/**
 * The link as text for the part of an address after `#`, readable by a person: `v=1&window=2026-02-01..2026-02-09&event=drone`.
 * Members that stand as in the first view are left out, and the first view is the empty text. What is under the pointer is no part
 * of a link. Instants are written to the millisecond, the map's centre to 5 decimals (about a metre), its zoom and the divider to 3.
 */
export function toSearch({ view, story }: Link): string {
  const members: string[] = [];
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined) members.push(`${key}=${value}`);
  };
  const changed = <K extends keyof ViewState>(key: K): ViewState[K] | undefined =>
    view[key] === INITIAL_VIEW[key] ? undefined : view[key];

  const text = (value: string | undefined): string | undefined => (value === undefined ? undefined : escaped(value));

  add('story', text(story));
  add('window', view.window && `${writeInstant(view.window.start)}..${writeInstant(view.window.end)}`);
  add('map', view.map && [rounded(view.map.lng, DEGREE_DECIMALS), rounded(view.map.lat, DEGREE_DECIMALS), rounded(view.map.zoom, 3)].join(','));
  add('event', text(view.selected));
  add('place', text(view.place));
  add('area', writeArea(view.area));
  add('hide', writeList(view.hiddenCategories));
  add('hide-status', writeList(view.hiddenStatuses));
  add('q', text(changed('text')));
  add('spacing', changed('spacing'));
  for (const [key, value] of laneMembers(view.lanes)) add(key, value);
  add('zone', text(changed('zone')));
  add('theme', changed('theme'));
  add('stage', changed('stage'));
  add('divider', changed('divider')?.toFixed(3).replace(/0+$/, ''));
  add('step', view.step === undefined ? undefined : String(view.step + 1));
  return members.length === 0 ? '' : [`v=${LINK_VERSION}`, ...members].join('&');
}

/**
 * The link that a text stands for; a leading `#` or `?` is allowed. Never fails: an unknown member is passed over, and one that
 * cannot be read stands as in the first view. Of a member given twice the first counts.
 */
export function fromSearch(text: string): Link {
  const members = new Map<string, string>();
  for (const part of text.replace(/^[#?]/, '').split('&')) {
    const cut = part.indexOf('=');
    const key = part.slice(0, cut);
    if (cut > 0 && !members.has(key)) members.set(key, part.slice(cut + 1));
  }
  const member = (key: string): string | undefined => members.get(key);
  return {
    story: unescaped(member('story')),
    view: {
      window: readWindow(member('window')),
      map: readMap(member('map')),
      selected: unescaped(member('event')),
      hovered: undefined,
      place: unescaped(member('place')),
      area: readArea(member('area')),
      hiddenCategories: readList(member('hide')),
      hiddenStatuses: readList(member('hide-status')).flatMap((entry) => oneOf(STATUSES, entry) ?? []),
      text: unescaped(member('q')) ?? INITIAL_VIEW.text,
      spacing: oneOf(SPACINGS, member('spacing')) ?? INITIAL_VIEW.spacing,
      lanes: readLanes(member),
      zone: readZone(member('zone')),
      theme: oneOf(THEMES, member('theme')) ?? INITIAL_VIEW.theme,
      stage: oneOf(STAGES, member('stage')) ?? INITIAL_VIEW.stage,
      divider: readDivider(member('divider')),
      step: readStep(member('step')),
    },
  };
}

/** In a link steps are counted from 1. */
function readStep(value: string | undefined): number | undefined {
  const step = readNumber(value);
  return step !== undefined && Number.isInteger(step) && step >= 1 ? step - 1 : undefined;
}

function readDivider(value: string | undefined): number {
  const divider = readNumber(value);
  return divider === undefined ? INITIAL_VIEW.divider : clamp(divider, DIVIDER_LIMITS.least, DIVIDER_LIMITS.most);
}

function readMap(value: string | undefined): MapViewport | undefined {
  const [lng, lat, zoom, ...rest] = (value ?? '').split(',').map(readNumber);
  if (lng === undefined || lat === undefined || zoom === undefined || rest.length > 0) return undefined;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 540 && zoom >= 0 && zoom <= 24 ? { lng, lat, zoom } : undefined;
}

function readWindow(value: string | undefined): Interval | undefined {
  const [start, end, ...rest] = (value ?? '').split('..').map(readInstant);
  if (start === undefined || end === undefined || rest.length > 0 || start >= end) return undefined;
  return { start, end };
}

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** `2026-02-03`, or with the time as far as it is not zero: `2026-02-03T05:30Z`. Years beyond four digits carry a sign, as in ISO 8601. */
function writeInstant(at: Instant): string {
  const { year, month, day, hour, minute, second, millisecond } = civilOf(instant(Math.round(at)));
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  const date = `${sign}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  if (hour + minute + second + millisecond === 0) return date;
  const seconds = second + millisecond === 0 ? '' : `:${padded(second, 2)}`;
  const fraction = millisecond === 0 ? '' : `.${padded(millisecond, 3)}`;
  return `${date}T${padded(hour, 2)}:${padded(minute, 2)}${seconds}${fraction}Z`;
}

const INSTANT = /^([+-]?\d{4,12})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?Z)?$/;

/** Reads what `writeInstant` writes; a date that the calendar does not have is no instant. */
function readInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const at = instantOf(year, month, day, hour, minute, second, millisecond);
  return writeInstant(at) === text ? at : undefined;
}
