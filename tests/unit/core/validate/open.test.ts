import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeIssue } from '../../../../src/core/i18n/describe-issue.ts';
import { en } from '../../../../src/core/i18n/en.ts';
import type { Json, TimelineEvent } from '../../../../src/core/model/event.ts';
import type { Issue } from '../../../../src/core/model/issue.ts';
import { eventAt, eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { openText } from '../../../../src/core/validate/open.ts';
import type { Validated } from '../../../../src/core/validate/validate-dateline.ts';

const STORY = join(import.meta.dirname, '../../../../data/stories/iran-us-2026-02.geojson');

type Object = { readonly [key: string]: Json };

function open(features: readonly Json[], header: Json = { version: 1, title: 'A story' }): Validated {
  const opened = openText(JSON.stringify({ type: 'FeatureCollection', dateline: header, features }));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

const feature = (properties: Object, members: Object = {}): Json => ({
  type: 'Feature',
  id: 'a',
  geometry: null,
  ...members,
  properties: { title: 'An event', when: '2026-02-03', ...properties },
});

const point = (lng: number, lat: number): Json => ({ type: 'Point', coordinates: [lng, lat] });

function openOne(properties: Object, members: Object = {}): { readonly event: TimelineEvent; readonly issues: readonly Issue[] } {
  const { dataset, issues } = open([feature(properties, members)]);
  const [event] = eventsInFileOrder(dataset);
  if (event === undefined) throw new Error('the event was set aside');
  return { event, issues };
}

const codes = (issues: readonly Issue[]): readonly string[] => issues.map(({ code, place }) => `${code} ${place.member ?? ''}`.trim());

describe('opening a text', () => {
  it.each([
    ['', 'file-empty'],
    ['\uFEFF \n', 'file-empty'],
    ['not a file', 'file-not-json'],
    ['<!DOCTYPE html><html></html>', 'file-not-json'],
    ['[1, 2]', 'file-not-geojson'],
    ['null', 'file-not-geojson'],
    ['{"type": "FeatureCollection"}', 'file-not-geojson'],
    ['{"type": "FeatureCollection", "features": {}}', 'file-not-geojson'],
    ['{"type": "Topology", "objects": {}}', 'file-not-geojson'],
    ['{"type": "FeatureCollection", "features": [{"type": "Feat', 'file-truncated'],
  ])('refuses %j: %s', (text, code) => {
    const opened = openText(text);
    expect(!opened.ok && [opened.error.code, opened.error.severity]).toEqual([code, 'error']);
  });

  it('never throws, and keeps an event for every feature, whatever stands in it', { timeout: 30_000 }, () => {
    const story = JSON.parse(readFileSync(STORY, 'utf8')) as { features: Json[] };
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, [], {}, [[]], [{}], { type: 'Point' }, '2026-02-30')) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(fc.nat({ max: story.features.length - 1 }), fc.nat(), values, (f, step, value) => {
        const features = story.features.map((json, at) => (at === f ? replaced(json, step, value) : json));
        const opened = openText(JSON.stringify({ ...story, features }));
        if (!opened.ok) throw new Error(opened.error.code);
        const setAside = opened.value.issues.filter(({ severity }) => severity === 'error').length;
        expect(opened.value.dataset.size + setAside).toBe(features.length);
        expect(opened.value.issues.map((issue) => describeIssue(issue, en)).join('\n')).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 200 },
    );
  });

  it('says on which line the feature of an issue begins', () => {
    const lines = [
      '{"type": "FeatureCollection", "dateline": {"version": 1, "title": "T"}, "features": [',
      '{"id": "a",',
      '"properties": {"title": "A", "when": "soon"}, "geometry": null},',
      '',
      '',
      '{"id": "b", "properties": {"title": "B", "when": "then"}, "geometry": null}]}',
    ];
    const opened = openText(lines.join('\n'));
    expect(opened.ok && opened.value.issues.map(({ place }) => place)).toEqual([
      { feature: 1, id: 'a', member: 'properties.when', line: 2 },
      { feature: 2, id: 'b', member: 'properties.when', line: 6 },
    ]);
  });
});

/** A copy of a JSON value with one of its parts, at any depth, replaced. */
function replaced(json: Json, step: number, value: Json): Json {
  if (typeof json !== 'object' || json === null) return value;
  const entries = Object.entries(json);
  if (entries.length === 0 || step % (entries.length + 1) === entries.length) return value;
  const at = step % (entries.length + 1);
  const next = Math.floor(step / (entries.length + 1));
  const copy = entries.map(([key, entry], e) => [key, e === at ? replaced(entry as Json, next, value) : (entry as Json)] as const);
  return Array.isArray(json) ? copy.map(([, entry]) => entry) : Object.fromEntries(copy);
}

describe('when', () => {
  it('is read with its wording, zone and part of day', () => {
    const { event, issues } = openOne({ when: '2026-02', whenWording: 'this month', zone: 'Asia/Tehran', partOfDay: 'evening' });
    expect(event.when).toMatchObject({ edtf: { text: '2026-02' }, wording: 'this month', zone: 'Asia/Tehran', partOfDay: 'evening' });
    expect(issues).toEqual([]);
  });

  it('is bounded by the clocks of its zone', () => {
    const { event, issues } = openOne({ when: '2026-02-03T06:00', zone: 'Asia/Tehran' });
    expect([event.when.edtf?.text, event.when.edtf?.span.earliestStart]).toEqual(['2026-02-03T06:00', Date.UTC(2026, 1, 3, 2, 30)]);
    expect(issues).toEqual([]);
  });

  it('may be null: the event is undated, and nothing is wrong', () => {
    const { event, issues } = openOne({ when: null });
    expect([event.when.edtf, issues]).toEqual([undefined, []]);
  });

  it.each([
    ['2026/2/3', '2026-02-03'],
    [1953, '1953'],
    ['later this week', undefined],
    ['2026-02-08/2026-02-05', undefined],
  ])('leaves the event undated when it is %j, and suggests %j', (when, suggestion) => {
    const { event, issues } = openOne({ when });
    expect(event.when.edtf).toBeUndefined();
    expect(codes(issues)).toEqual(['when-unreadable properties.when']);
    expect(issues[0]?.parameters?.['suggestion']).toBe(suggestion);
  });
});

describe('where', () => {
  const places = (...list: readonly Object[]): Object => ({ places: list.map((place) => ({ name: 'A place', kind: 'exact', basis: 'stated', ...place })) });

  it('is one place for each part of the geometry, but for those that have none', () => {
    const geometry = { type: 'GeometryCollection', geometries: [point(51.42, 35.69), { type: 'LineString', coordinates: [[50, 20], [52, 22]] }] };
    const { event, issues } = openOne(places({ name: 'Tehran' }, { name: 'A base', kind: 'withheld' }, { name: 'A voyage', kind: 'route' }), { geometry });
    expect(event.places.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['exact Tehran', 'withheld A base', 'route A voyage']);
    expect(event.places[2]).toMatchObject({ at: [51, 21] });
    expect(issues).toEqual([]);
  });

  it('stands at 0, 0 where the file says so, which is told', () => {
    const { event, issues } = openOne(places({ kind: 'exact' }), { geometry: point(0, 0) });
    expect(event.places[0]).toMatchObject({ kind: 'exact', at: [0, 0] });
    expect(issues.map(({ code }) => code)).toEqual(['null-island']);
  });

  it('keeps from what it was inferred', () => {
    const { event } = openOne(places({ basis: { inferredFrom: 'the dateline' } }), { geometry: point(51.42, 35.69) });
    expect(event.places[0]?.basis).toEqual({ kind: 'inferred', from: 'the dateline' });
  });

  it.each([
    [point(51.42, 123), 'latitude-out-of-range geometry.coordinates'],
    [point(181, 35.69), 'longitude-out-of-range geometry.coordinates'],
    [{ type: 'Point', coordinates: ['51.42', '35.69'] }, 'geometry-unreadable geometry.coordinates'],
    [{ type: 'Point', coordinates: [] }, 'geometry-unreadable geometry.coordinates'],
    [{ type: 'Polygon', coordinates: [[[50, 20], [51, 20]]] }, 'geometry-unreadable geometry.coordinates'],
    [{ type: 'Polygon', coordinates: [[[50, 20], [51, 20], [51, 95], [50, 20]]] }, 'latitude-out-of-range geometry.coordinates'],
    [{ type: 'Circle' }, 'geometry-unreadable geometry'],
    ['POINT (51 35)', 'geometry-unreadable geometry'],
    [null, 'place-without-geometry properties.places[0]'],
  ] as readonly (readonly [Json, string])[])('keeps the name when the geometry is %j: %s', (geometry, code) => {
    const { event, issues } = openOne(places({ name: 'Tehran' }), { geometry });
    expect(event.places.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['not-stated Tehran']);
    expect(codes(issues)).toEqual([code]);
  });

  it('suspects swapped numbers just where swapping would help', () => {
    const swapped = (lng: number, lat: number): unknown => openOne({}, { geometry: point(lng, lat) }).issues[0]?.parameters?.['swapped'];
    expect([swapped(36.2, 137.1), swapped(137.1, 136.2), swapped(10, 200)]).toEqual(['yes', 'no', 'no']);
  });

  it('is what the geometry is, where the stated kind cannot be', () => {
    const geometry = { type: 'Polygon', coordinates: [[[50, 20], [52, 20], [52, 22], [50, 22], [50, 20]]] };
    const { event, issues } = openOne(places({ name: 'Oman', kind: 'country' }), { geometry });
    expect(event.places[0]).toMatchObject({ kind: 'area', name: 'Oman', at: [51, 21] });
    expect(codes(issues)).toEqual(['place-kind-mismatch properties.places[0].kind']);
  });

  it('never pretends that a place “near” is exact', () => {
    const { event, issues } = openOne(places({ kind: 'near' }), { geometry: point(51.42, 35.69) });
    expect(event.places[0]).toMatchObject({ kind: 'near', radiusKm: 10 });
    expect(codes(issues)).toEqual(['radius-missing properties.places[0].radiusKm']);
  });

  it('shows parts of the geometry that no entry names', () => {
    const geometry = { type: 'MultiPoint', coordinates: [[51, 35], [52, 36], [53, 37]] };
    const { event, issues } = openOne(places({ name: 'First' }), { geometry });
    expect(event.places.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['exact First', 'exact ', 'exact ']);
    expect(codes(issues)).toEqual(['geometry-unnamed geometry']);
  });
});

describe('other members', () => {
  it('tells apart what is missing and what is not known', () => {
    const { event, issues } = openOne({ status: 'rumoured', partOfDay: 'tea time', relations: [{ kind: 'follows', to: 'nobody' }] });
    expect([event.status, event.when.partOfDay, event.relations]).toEqual(['reported', undefined, []]);
    expect(codes(issues)).toEqual([
      'member-value-unknown properties.partOfDay',
      'member-value-unknown properties.status',
      'relation-unknown properties.relations[0].to',
    ]);
  });

  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'ftp://example.org/', '//example.org/', '/local', 'https:///',
    'https://', ' https://example.org/', 'https://exa mple.org/',
  ])('makes no link of %j', (url) => {
    const { event, issues } = openOne({ sources: [{ title: 'A source', url }], media: [{ url }] });
    expect([event.sources[0]?.title, event.sources[0]?.url, event.media]).toEqual(['A source', undefined, []]);
    expect(codes(issues)).toEqual(['url-refused properties.sources[0].url', 'url-refused properties.media[0].url']);
  });

  it('takes http and https as links', () => {
    const { event } = openOne({ sources: [{ url: 'https://example.org/a?b#c' }, { url: 'HTTP://example.org' }] });
    expect(event.sources.map(({ url }) => url)).toEqual(['https://example.org/a?b#c', 'HTTP://example.org']);
  });

  it('keeps members with the names of JavaScript’s own, and leaves objects alone', () => {
    const opened = openText('{"type": "Feature", "properties": {"__proto__": {"polluted": 1}, "constructor": 2}, "geometry": null}');
    expect(opened.ok && [...eventAt(opened.value.dataset, 0).extra]).toEqual([['__proto__', { polluted: 1 }], ['constructor', 2]]);
    expect(({} as { readonly polluted?: number }).polluted).toBeUndefined();
  });
});

describe('ids', () => {
  it('gives every event one of its own, which no other event states', () => {
    const { dataset, issues } = open([
      feature({}, { id: 'a' }),
      feature({}, { id: 'a' }),
      feature({}, { id: 'a-2' }),
      feature({}, { id: 7 }),
      feature({}, { id: '' }),
      feature({}, { id: 'event-5' }),
    ]);
    expect(Array.from(eventsInFileOrder(dataset), ({ id }) => id)).toEqual(['a', 'a-3', 'a-2', '7', 'event-6', 'event-5']);
    expect(codes(issues)).toEqual(['id-duplicate id', 'id-missing id']);
    expect(issues[0]).toMatchObject({ value: 'a', place: { feature: 2 }, parameters: { first: 1, given: 'a-3' } });
  });
});

describe('the story', () => {
  it('takes the categories that its events name, when it lists none', () => {
    const { dataset, issues } = open([feature({ categories: ['b'] }, { id: 'x' }), feature({ categories: ['a', 'b'] }, { id: 'y' })]);
    expect([dataset.story.categories.map(({ id }) => id), issues]).toEqual([['b', 'a'], []]);
  });

  it('adds categories that its list forgot, and says so once', () => {
    const header = { version: 1, title: 'A story', categories: [{ id: 'a', name: 'A' }] };
    const { dataset, issues } = open([feature({ categories: ['b'] }, { id: 'x' }), feature({ categories: ['b'] }, { id: 'y' })], header);
    expect(dataset.story.categories).toEqual([{ id: 'a', name: 'A' }, { id: 'b', name: 'b' }]);
    expect(codes(issues)).toEqual(['category-unknown properties.categories']);
  });

  it('is dated by the start of its report’s day', () => {
    const { dataset } = open([], { version: 1, title: 'A story', reportDate: '2026-02-04' });
    expect(dataset.story.reportDate).toEqual({ edtf: '2026-02-04', at: Date.UTC(2026, 1, 4) });
  });

  it('warns of a newer version and of a language that is none', () => {
    const { dataset, issues } = open([], { version: 2, title: 'A story', language: 'English' });
    expect(dataset.story.language).toBe('und');
    expect(codes(issues)).toEqual(['version-newer dateline.version', 'member-value-unknown dateline.language']);
  });

  it('is told to be plain GeoJSON without a header, once for the file', () => {
    const features = [
      { type: 'Feature', properties: { name: 'A', date: '1861-04-12', place: 'Fort Sumter' }, geometry: point(-79.87, 32.75) },
      { type: 'Feature', properties: {}, geometry: null },
    ];
    const opened = openText(JSON.stringify({ type: 'FeatureCollection', name: 'layer', features }));
    if (!opened.ok) throw new Error(opened.error.code);
    const { dataset, issues } = opened.value;
    expect(dataset.story.title).toBe('layer');
    expect(Array.from(eventsInFileOrder(dataset), ({ id, title, when, places }) => [id, title, when.edtf?.text, places[0]?.name])).toEqual([
      ['event-1', 'A', '1861-04-12', 'Fort Sumter'],
      ['event-2', 'event-2', undefined, undefined],
    ]);
    expect(issues).toEqual([{ code: 'plain-geojson', severity: 'warning', place: {}, parameters: { events: 2, undated: 1 } }]);
  });
});
