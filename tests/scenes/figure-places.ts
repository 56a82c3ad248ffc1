import { figureSizeOf } from '../../src/core/layout/figure-size.ts';
import type { Place } from '../../src/core/model/event.ts';
import { datasetOf } from '../support/dataset.ts';
import { figurePicture } from './machinery/figure.ts';
import type { Picture } from './machinery/picture.ts';

const exact = (name: string, lng: number, lat: number): Place => ({ kind: 'exact', name, at: [lng, lat], basis: { kind: 'stated' }, wording: undefined });

/** A cable along islands on both sides of the 180th meridian. */
const antimeridian = datasetOf(
  [
    { title: 'The cable leaves Suva', when: '2023-03-01', category: 'Laid', place: exact('Suva', 178.44, -18.14) },
    { title: 'It passes Vanua Levu', when: '2023-03-09', category: 'Laid', place: exact('Vanua Levu', 179.1, -16.6) },
    { title: 'It lands on Wallis', when: '2023-03-20', category: 'Laid', place: exact('Wallis', -176.18, -13.28) },
    { title: 'A break off Futuna', when: '2023-04-02', category: 'Broken', status: 'reported', place: exact('Futuna', -178.12, -14.3) },
    { title: 'It reaches Apia', when: '2023-05', category: 'Laid', status: 'planned', place: exact('Apia', -171.77, -13.83) },
    {
      title: 'The whole of the line',
      when: '2023-06',
      category: 'Laid',
      status: 'planned',
      place: { kind: 'route', name: 'Suva to Apia', at: [-178, -15], path: [[[178.44, -18.14], [180, -16], [-176.18, -13.28], [-171.77, -13.83]]], basis: { kind: 'stated' }, wording: undefined } as Place,
    },
  ],
  { title: 'A cable across the date line' },
);

const nowhere = datasetOf(
  [
    { title: 'A call is received', when: '2019-05-02T08:10Z', category: 'Calls' },
    { title: 'A second call, in doubt', when: '2019-05-02T08:40Z', category: 'Calls', status: 'disputed' },
    { title: 'A meeting is arranged', when: '2019-05-03', category: 'Meetings', status: 'planned' },
  ],
  { title: 'Three events at no stated place' },
);

const one = datasetOf([{ title: 'The only event of this story', when: '2026-02-04', category: 'Talks', place: 'Muscat' }], { title: 'One event' });
const none = datasetOf([], { title: 'A story still to be written' });

/** Places across the date line, no places, one event, none. */
export const pictures: readonly Picture[] = [
  figurePicture('figure-antimeridian', () => antimeridian),
  figurePicture('figure-no-places', () => nowhere),
  figurePicture('figure-one-event', () => one),
  figurePicture('figure-one-event-timeline', () => one, { parts: 'timeline' }),
  figurePicture('figure-none', () => none),
  figurePicture('figure-none-table', () => none, { parts: 'table', size: figureSizeOf('square') }),
];
