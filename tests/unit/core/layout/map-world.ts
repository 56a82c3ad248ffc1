import type { BaseMap } from '../../../../src/core/geo/base-map.ts';
import { buildBaseMap } from '../../../../src/core/geo/build-base-map.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { NO_CLAUSES } from '../../../../src/core/query/clauses.ts';
import { selectVisible } from '../../../../src/core/query/select.ts';
import type { Visible } from '../../../../src/core/query/visible.ts';
import type { Mark, TextMark } from '../../../../src/core/scene/scene.ts';

/** What shows of a dataset when nothing is filtered. */
export const everything = (dataset: Dataset, hiddenCategories: readonly string[] = []): Visible =>
  selectVisible(dataset, { ...NO_CLAUSES, hiddenCategories });

/** A base map of one square country, `OMN`, from 50° to 60° east and 15° to 25° north, with a name and a sea to its south-east. */
export const squareOman: BaseMap = buildBaseMap({
  countries: {
    type: 'Topology',
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs: [[[50, 15], [10, 0], [0, 10], [-10, 0], [0, -10]]],
    objects: { countries: { geometries: [{ type: 'Polygon', arcs: [[0]], properties: { a3: 'OMN' } }] } },
  },
  labels: {
    countries: [{ en: 'Oman', fa: 'عمان', x: 55, y: 20, z: [2, 8], a3: 'OMN' }],
    places: [{ en: 'Muscat', x: 58.4, y: 23.6, z: 4, k: 2, a3: 'OMN' }],
    marine: [{ en: 'Arabian Sea', x: 64, y: 13, z: [2, 8], t: 'sea' }],
  },
});

/** All marks, those in groups too. */
export const flat = (marks: readonly Mark[]): readonly Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...flat(mark.marks)] : [mark]));

/** The texts among marks. */
export const texts = (marks: readonly Mark[]): readonly TextMark[] => flat(marks).filter((mark) => mark.kind === 'text');

/** Marks of a role. */
export const ofRole = (marks: readonly Mark[], role: string): readonly Mark[] => flat(marks).filter((mark) => mark.role === role);
