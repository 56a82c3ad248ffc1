import type { When } from '../../model/event.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import type { Answers, Question } from '../answers.ts';
import { elementsIn, elementsNamed, filled, wordsOf } from '../xml/element.ts';
import { whenBetween, type Stated } from '../xml/dates.ts';
import { earliestAndLatest } from '../xml/times.ts';
import type { Tell } from '../xml/positions.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import type { DataDates } from './data-dates.ts';

export interface TimeReader {
  /** When a feature happened, as it says itself; `undefined` where it does not. */
  readonly whenOf: (feature: XmlElement, tell: Tell) => When | undefined;
  /** The time of the nearest of the folders and documents that a feature lies in. */
  readonly whenAround: (feature: XmlElement, tell: Tell) => When | undefined;
  /** Whether a folder or document has a time of its own, as far as it has been read. */
  readonly isStatedBy: (holder: XmlElement | undefined) => boolean;
  /** When a feature happened by dates among the data of the file's own. */
  readonly whenIn: (dates: DataDates, order: DateHabits['order'], tell: Tell) => When;
  readonly questions: () => readonly Question[];
}

/** Local names of the times of a feature, in KML and as GML has them. */
const TIMES: ReadonlySet<string> = new Set(['TimeStamp', 'TimeInstant', 'TimeSpan', 'TimePeriod']);

/** Most years below zero that a question shows. */
const SHOWN = 5;

/**
 * Reads times of KML, which are those of XML Schema 1.0: −0044 is 44 BCE, and there is no year 0, unless a person says otherwise.
 * Source: https://www.w3.org/TR/2004/REC-xmlschema-2-20041028/#dateTime
 */
export function timeReader({ years: answered, zone, order }: Answers): TimeReader {
  const years = answered ?? 'historical';
  const habits: DateHabits = { years, zone, order };
  const evidence: string[] = [];
  const note = (stated: Stated | undefined): Stated | undefined => {
    if (stated !== undefined && /^-\d/.test(stated.text) && evidence.length < SHOWN) evidence.push(stated.text);
    return stated;
  };
  const between = (start: Stated | undefined, end: Stated | undefined, tell: Tell, open: boolean): When | undefined =>
    start === undefined && end === undefined ? undefined : whenBetween(note(start), note(end), habits, tell, open);

  const ownTime = (element: XmlElement, tell: Tell): When | undefined => {
    for (const time of elementsIn(element)) {
      if (time.local === 'TimeStamp' || time.local === 'TimeInstant') {
        const when = statedIn(time, 'when') ?? statedIn(time, 'timePosition') ?? statedBy(time, time.name);
        if (when !== undefined) return between(when, undefined, tell, false);
      } else if (time.local === 'TimeSpan' || time.local === 'TimePeriod') {
        const when = between(statedIn(time, 'begin'), statedIn(time, 'end'), tell, true);
        if (when !== undefined) return when;
      }
    }
    return undefined;
  };
  return {
    whenOf: (feature, tell) => {
      const times = earliestAndLatest(trackTimes(feature));
      if (times === undefined) return ownTime(feature, tell);
      return between({ text: times[0], column: 'Track.when' }, { text: times[1], column: 'Track.when' }, tell, false);
    },
    whenAround: (feature, tell) => {
      for (let holder = feature.parent; holder !== undefined; holder = holder.parent) {
        const when = ownTime(holder, tell);
        if (when !== undefined) return when;
      }
      return undefined;
    },
    isStatedBy: (holder) => holder !== undefined && elementsIn(holder).some(({ local }) => TIMES.has(local)),
    whenIn: ({ start, end }, given, tell) => whenBetween(note(start), note(end), { ...habits, order: given }, tell),
    questions: () => (evidence.length === 0 ? [] : [{ kind: 'years', column: 'TimeSpan', evidence, used: years }]),
  };
}

const statedBy = (element: XmlElement | undefined, column: string): Stated | undefined => {
  const text = element === undefined ? undefined : filled(wordsOf(element));
  return text === undefined ? undefined : { text, column };
};

const statedIn = (time: XmlElement, local: string): Stated | undefined => statedBy(elementsNamed(time, local)[0], `${time.name}.${local}`);

/** The moments of all tracks of a placemark, as they stand. */
function trackTimes(element: XmlElement): readonly string[] {
  return elementsIn(element).flatMap((part) => {
    if (part.local === 'MultiTrack' || part.local === 'MultiGeometry') return trackTimes(part);
    return part.local === 'Track' ? elementsNamed(part, 'when').map((when) => wordsOf(when).trim()).filter((text) => text !== '') : [];
  });
}
