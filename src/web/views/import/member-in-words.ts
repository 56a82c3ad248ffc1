import { unreachable } from '../../../core/base/result.ts';
import { describePlaceInFull } from '../../../core/i18n/describe-event.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { Json, Place, TimelineEvent } from '../../../core/model/event.ts';
import type { ComparedMember } from '../../../core/validate/re-import.ts';
import { dateInWords } from './date-in-words.ts';

/** Most characters of a member that are shown. */
const SHOWN = 240;

/** A member of an event as a person reads it, for showing it beside another. */
export function memberInWords(event: TimelineEvent, member: ComparedMember, world: World): string {
  const text = wordsOf(event, member, world);
  if (text === '') return importMessagesOf(world.messages).comparison.empty;
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function wordsOf(event: TimelineEvent, member: ComparedMember, world: World): string {
  switch (member) {
    case 'title':
    case 'shortTitle':
    case 'description':
    case 'attribution':
      return event[member] ?? '';
    case 'status':
      return world.messages.model.status[event.status];
    case 'when':
      return joined([dateInWords(event, world), event.when.edtf?.text, event.when.zone === 'local' ? undefined : event.when.zone], ' · ');
    case 'places':
      return event.places.map((place) => joined([describePlaceInFull(place, world), positionOf(place)], ' · ')).join('; ');
    case 'categories':
    case 'actors':
      return event[member].join(', ');
    case 'sources':
      return event.sources.map(({ publisher, title, url, date }) => joined([publisher, title, url, date], ', ')).join('; ');
    case 'media':
      return event.media.map(({ url, caption }) => joined([caption, url], ', ')).join('; ');
    case 'relations':
      return event.relations.map(({ kind, to }) => `${kind} ${to}`).join('; ');
    case 'extra':
    case 'featureExtra':
      return [...event[member]].map(([name, value]) => `${name}: ${plain(value)}`).join('; ');
    default:
      return unreachable(member);
  }
}

const joined = (parts: readonly (string | undefined)[], between: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(between);
const positionOf = (place: Place): string => ('at' in place ? `${place.at[1]}, ${place.at[0]}` : '');
const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
