import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../../src/core/formats/index.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { openText } from '../../../../src/core/validate/open.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf, PLACES } from '../../../support/dataset.ts';

const [dateline] = FORMATS;

const story = buildStory({
  title: 'A story',
  language: 'en',
  categories: ['diplomacy', 'military', 'inside-iran'].map((id) => ({ id, name: id })),
  walk: [{ title: 'First', text: 'What came before', view: 'v=1&event=a' }, { title: '', text: 'And then', view: '' }],
});

describe('the native format', () => {
  it('gives back every event that it wrote', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const opened = openText(dateline.serialize(buildDataset(story, events)));
        if (!opened.ok) throw new Error(JSON.stringify(opened.error));
        expect(opened.value.issues).toEqual([]);
        expect([...eventsInFileOrder(opened.value.dataset)]).toEqual(events);
        expect(opened.value.dataset.story).toEqual(story);
      }),
    );
  });

  it('writes one feature a line, and what the story says about itself above', () => {
    const text = dateline.serialize(datasetOf([{ when: '2026-02-03' }, { when: null }]));
    expect(text.split('\n').slice(-6)).toEqual([
      '  "features": [',
      '    {"type":"Feature","id":"e0","geometry":null,"properties":{"title":"Event 0","when":"2026-02-03","status":"confirmed"}},',
      '    {"type":"Feature","id":"e1","geometry":null,"properties":{"title":"Event 1","when":null,"status":"confirmed"}}',
      '  ]',
      '}',
      '',
    ]);
  });

  it('takes what it can of a walk, and tells of the rest', () => {
    const walk = [{ title: 'One', view: 7 }, 'Two', { text: 'Three' }];
    const opened = openText(JSON.stringify({ type: 'FeatureCollection', dateline: { version: 1, title: 'T', walk }, features: [] }));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(opened.value.dataset.story.walk).toEqual([{ title: 'One', text: '', view: '' }, { title: '', text: 'Three', view: '' }]);
    expect(opened.value.issues.map(({ code }) => code)).toEqual(['member-wrong-kind', 'member-wrong-kind']);
    expect(JSON.parse(dateline.serialize(opened.value.dataset))).toMatchObject({ dateline: { walk } });
  });

  it('writes a story without events', () => {
    expect(JSON.parse(dateline.serialize(datasetOf([])))).toEqual({
      type: 'FeatureCollection',
      dateline: { version: 1, title: 'A story', language: 'en' },
      features: [],
    });
  });

  it('writes several places as a collection of geometries, in the order of the places that have one', () => {
    const base = { kind: 'withheld', name: 'A base', basis: { kind: 'stated' }, wording: undefined } as const;
    const dataset = datasetOf([{ places: [PLACES.Tehran, base, PLACES['Muscat to Qeshm']] }]);
    const { features } = JSON.parse(dateline.serialize(dataset)) as { features: { geometry: unknown }[] };
    expect(features[0]?.geometry).toEqual({
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [51.4215, 35.694] },
        { type: 'LineString', coordinates: [[58.4, 23.6], [57.3, 25.3], [56.3, 26.9]] },
      ],
    });
  });

  it.each([
    ['{"type": "FeatureCollection", "features": []}', true],
    ['\uFEFF  {"features": [{"type": "Feature"', true],
    ['{"events": []}', false],
    ['date,title\n2026-02-03,"Feature"', false],
    ['', false],
  ])('tells from the beginning whether %j is GeoJSON: %s', (text, expected) => {
    expect(dateline.looksLike(text)).toBe(expected);
  });

  it('reads a single feature as a story of one event', () => {
    const opened = openText('\uFEFF{"type": "Feature", "properties": {"title": "Alone", "when": "2026"}, "geometry": null}');
    expect(opened.ok && Array.from(eventsInFileOrder(opened.value.dataset), ({ title }) => title)).toEqual(['Alone']);
  });
});
