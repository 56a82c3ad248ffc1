import { layoutTimeline } from '../../src/core/layout/timeline.ts';
import { selectVisible } from '../../src/core/query/select.ts';
import { datasetOf } from '../support/dataset.ts';
import type { Picture } from './machinery/picture.ts';

const dataset = datasetOf(
  [
    { when: '1904/1910', category: 'Ranges', title: 'From year to year' },
    { when: '1914-07-28/1918-11-11', category: 'Ranges', title: 'From day to day' },
    { when: '1960/..', category: 'Ranges', title: 'Still going on' },
    { when: '/1880', category: 'Ranges', title: 'Start unknown' },
    { when: '1930/', category: 'Ranges', title: 'End unknown' },
    { when: '1939/1945', category: 'Ranges', status: 'planned', title: 'A plan' },
    { when: '{1920,1940,1950}', category: 'Sets', title: 'All of three' },
    { when: '[1870,1890]', category: 'Sets', title: 'One of two' },
    { when: '19XX', category: 'Sets', title: 'In that century', status: 'reported' },
    { when: '1850~', category: 'Points', title: 'About then' },
    { when: '1957-03-02', category: 'Points', status: 'denied', title: 'Denied' },
    { when: '1965-03-02', status: 'retracted', title: 'Retracted' },
  ],
  { eras: [{ name: 'One era', when: '1871/1914' }, { name: 'Another', when: '1947/1991' }] },
);

/** Ranges with sure, unsure, open and unknown ends, sets, eras, and a lane for what has no category. */
export const picture: Picture = {
  name: 'timeline-ranges',
  scene: (world) => {
    const visible = selectVisible(dataset, { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' });
    return layoutTimeline({ dataset, visible, window: undefined, spacing: 'compressed', size: { width: 900, height: 330 }, world, interactive: false }).scene;
  },
};
