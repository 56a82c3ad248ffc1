import { layoutTimelinePointer } from '../../src/core/layout/timeline-pointer.ts';
import { layoutTimeline } from '../../src/core/layout/timeline.ts';
import { selectVisible } from '../../src/core/query/select.ts';
import { instantOf } from '../../src/core/time/calendar.ts';
import { datasetOf } from '../support/dataset.ts';
import type { Picture } from './machinery/picture.ts';

const dataset = datasetOf(
  [
    { when: '2025-06', title: 'A war of days', category: 'Military' },
    { when: '2026-01', title: 'A month of protests', category: 'Inside', status: 'reported' },
    { when: '2026-02-03', partOfDay: 'early-morning', title: 'A drone shot down', category: 'Military', status: 'reported' },
    { when: '2026-02-03?', title: 'A ship challenged', category: 'Military', status: 'disputed' },
    { when: '2026-02-03', title: 'A call for talks', category: 'Talks' },
    { when: '2026-02-04', title: 'A base visited', category: 'Military', status: 'reported' },
    { when: '2026-02-04', partOfDay: 'evening', title: 'Footage of the visit', category: 'Military', status: 'planned' },
    { when: '[2026-02-05..2026-02-08]', title: 'Talks in one town', category: 'Talks', status: 'planned' },
    { when: '2026-02-06', title: 'Talks in another', category: 'Talks', status: 'planned' },
  ],
  { reportDate: { edtf: '2026-02-04', at: instantOf(2026, 2, 4) } },
);

/** A few busy days with far-off months: squeezed stretches, a gap, the report, every kind of date; one event selected, one hovered. */
export const picture: Picture = {
  name: 'timeline-story',
  scene: (world) => {
    const visible = selectVisible(dataset, { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' });
    const layout = layoutTimeline({ dataset, visible, window: undefined, spacing: 'compressed', size: { width: 1040, height: 260 }, world });
    const pointer = layoutTimelinePointer(layout, { selected: 8, hovered: 2 }, { dataset, world });
    return { ...layout.scene, marks: [...layout.scene.marks, ...pointer.marks] };
  },
};
