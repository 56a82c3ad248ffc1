import { figureSizeOf } from '../../src/core/layout/figure-size.ts';
import { datasetOf } from '../support/dataset.ts';
import { figurePicture } from './machinery/figure.ts';
import type { Picture } from './machinery/picture.ts';

/** Ages of the international chronostratigraphic chart, and the usual textbook ones. */
const deepTime = datasetOf(
  [
    { title: 'Earth forms', when: 'Y-4540000000S3', category: 'Earth' },
    { title: 'Oldest known minerals', when: 'Y-4400000000S2', category: 'Earth' },
    { title: 'Oldest fossils of microbes', when: 'Y-3500000000S2', category: 'Life' },
    { title: 'Oxygen in the air', when: 'Y-2400000000S2', category: 'Life' },
    { title: 'Cells with a nucleus', when: 'Y-1800000000S2', category: 'Life' },
    { title: 'Animals with shells', when: 'Y-538800000S4', category: 'Life' },
    { title: 'The largest extinction', when: 'Y-251902000S6', category: 'Life' },
    { title: 'An asteroid ends the Cretaceous', when: 'Y-66000000S2', category: 'Earth' },
    { title: 'Oldest bones of Homo sapiens', when: 'Y-300000~', category: 'People' },
    { title: 'First towns', when: '-9000~', category: 'People' },
    { title: 'First steps on the Moon', when: '1969-07-20', category: 'People' },
  ],
  { title: 'Four and a half billion years', deck: 'From the forming of the Earth to the Moon' },
);

/** Times of the flight as the mission report of NASA gives them. */
const oneHour = datasetOf(
  [
    { title: 'Descent begins', when: '1969-07-20T20:05:05Z', category: 'Flight' },
    { title: 'Program alarm 1202', when: '1969-07-20T20:10:22Z', category: 'Alarms' },
    { title: 'Program alarm 1201', when: '1969-07-20T20:14:18Z', category: 'Alarms' },
    { title: 'Sixty seconds of fuel', when: '1969-07-20T20:16:27Z', category: 'Alarms' },
    { title: 'Contact with the ground', when: '1969-07-20T20:17:39Z', category: 'Flight' },
    { title: '“The Eagle has landed”', when: '1969-07-20T20:18:04Z', category: 'Words' },
    { title: 'Stay for one minute', when: '1969-07-20T20:19:00Z', category: 'Words' },
  ],
  { title: 'Fourteen minutes of July 1969', deck: 'From the beginning of the descent to the ground' },
);

const antiquity = datasetOf(
  [
    { title: 'First Olympic games', when: '-0775', category: 'Greece' },
    { title: 'Rome is founded, as its legend has it', when: '-0752~', category: 'Rome' },
    { title: 'Battle of Marathon', when: '-0489-09', category: 'Greece' },
    { title: 'Death of Alexander', when: '-0322-06', category: 'Greece' },
    { title: 'Caesar is murdered', when: '-0043-03-15', category: 'Rome' },
    { title: 'Augustus dies', when: '0014-08-19', category: 'Rome' },
    { title: 'Vesuvius erupts', when: '0079', category: 'Rome' },
    { title: 'A war of unknown length', when: '-0430/-0403', category: 'Greece' },
  ],
  { title: 'Across the beginning of the era' },
);

const undated = datasetOf(
  [
    { title: 'A letter without a date', category: 'Letters', place: 'Tehran' },
    { title: 'A photograph', category: 'Photographs', place: 'Muscat' },
    { title: 'A drawing of a harbour', category: 'Photographs', place: 'Qeshm', status: 'disputed' },
  ],
  { title: 'A box from the attic' },
);

/** Stretches of time from minutes to billions of years, before the era, and none at all. */
export const pictures: readonly Picture[] = [
  figurePicture('figure-deep-time', () => deepTime, { parts: 'timeline' }),
  figurePicture('figure-deep-time-poster', () => deepTime, { parts: 'timeline', size: figureSizeOf('poster') }),
  figurePicture('figure-one-hour', () => oneHour, { parts: 'timeline' }),
  figurePicture('figure-antiquity', () => antiquity, { parts: 'timeline', size: figureSizeOf('a4-landscape') }),
  figurePicture('figure-no-dates', () => undated),
  figurePicture('figure-no-dates-timeline', () => undated, { parts: 'timeline' }),
];
