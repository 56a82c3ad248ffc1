import { figureSizeOf } from '../../src/core/layout/figure-size.ts';
import { datasetOf, type EventSketch } from '../support/dataset.ts';
import { figurePicture } from './machinery/figure.ts';
import type { Picture } from './machinery/picture.ts';

const rightToLeft = datasetOf(
  [
    { title: 'گفت‌وگو در مسقط آغاز شد', when: '2025-04-12', category: 'دیپلماسی', place: 'Muscat' },
    { title: 'دور دوم گفت‌وگو در رم', when: '2025-04-19', category: 'دیپلماسی', status: 'reported', attribution: 'خبرگزاری ایسنا' },
    { title: 'بيان من وزارة الخارجية', when: '2025-04-26', category: 'بيانات', place: 'Tehran' },
    { title: 'اعلام موعد الجولة القادمة', when: '2025-05-11', category: 'بيانات', status: 'planned', place: 'Ankara' },
    { title: 'Talks (گفت‌وگو) in 2 rounds', when: '2025-05-23', category: 'دیپلماسی', place: 'Muscat' },
  ],
  { title: 'گفت‌وگوهای بهار ۱۴۰۴', deck: 'چهار دور گفت‌وگو و دو بیانیه', language: 'fa' },
);

const LONG = 'Rindfleischetikettierungsüberwachungsgesetz';
const longWords = datasetOf(
  [
    { title: LONG, when: '1999-08-13', category: 'Landwirtschaftsministerium', place: 'Tehran', sources: [{ publisher: 'Gesetzesblattveröffentlichungsstelle', title: undefined, url: undefined, date: '1999', locator: undefined }] },
    { title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', when: '1996', category: 'Verkehr', place: 'Muscat' },
    { title: `https://example.org/${'a-very-long-address-without-any-space-in-it/'.repeat(2)}`, when: '2003-06', category: 'Verkehr', place: 'Ankara' },
  ],
  { title: `${LONG} und Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung`, deck: 'Kraftfahrzeughaftpflichtversicherungsgesellschaft' },
);

const sources = datasetOf(
  Array.from({ length: 9 }, (_, i): EventSketch => ({
    title: `What the ${i + 1}. report says`,
    when: `2021-0${i + 1}-15`,
    category: i % 2 === 0 ? 'Reports' : 'Letters',
    place: i % 2 === 0 ? 'Tehran' : 'Oman',
    sources: [{ publisher: `Paper ${i + 1}`, title: i % 3 === 0 ? 'A headline of some length, which takes two lines of a list' : undefined, url: `https://www.example.org/${2021 + i}/report`, date: `2021-0${i + 1}`, locator: undefined }],
  })),
  { title: 'Nine reports and where they stand', credit: 'Graphic: the desk' },
);

/** Texts in other scripts, texts that cannot be broken, and many sources. */
export const pictures: readonly Picture[] = [
  figurePicture('figure-right-to-left', () => rightToLeft),
  figurePicture('figure-right-to-left-table', () => rightToLeft, { parts: 'table', size: figureSizeOf('column') }),
  figurePicture('figure-long-words', () => longWords),
  figurePicture('figure-long-words-table', () => longWords, { parts: 'table', size: figureSizeOf('column') }),
  figurePicture('figure-sources', () => sources, { sources: 'list', size: figureSizeOf('a4-portrait') }),
];
