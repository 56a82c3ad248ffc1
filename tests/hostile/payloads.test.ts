import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { finished } from '../../src/core/base/steps.ts';
import { toSvg } from '../../src/core/export/svg.ts';
import { readFonts } from '../../src/node/embedded-fonts.ts';
import { dateline } from '../../src/core/formats/dateline.ts';
import { describeIssue } from '../../src/core/i18n/describe-issue.ts';
import { en } from '../../src/core/i18n/en.ts';
import { figureSizeOf } from '../../src/core/layout/figure-size.ts';
import { draw } from '../../src/core/pipeline.ts';
import type { Dataset } from '../../src/core/model/dataset.ts';
import type { TimelineEvent } from '../../src/core/model/event.ts';
import { eventsInFileOrder } from '../../src/core/model/rows.ts';
import { beginImport, type Imported } from '../../src/core/validate/import.ts';
import { openText } from '../../src/core/validate/open.ts';
import { INITIAL_VIEW } from '../../src/core/view/view-state.ts';
import { valueOf } from '../support/result.ts';
import { world } from '../support/world.ts';
import { CARRIERS, type Carrier } from './carriers.ts';
import { ADDRESSES, PAYLOADS } from './payloads.ts';

/** Formats that nothing but their look tells: among hostile texts they may be taken for each other, or for no text at all. */
const GUESSED: ReadonlySet<string> = new Set(['table', 'document']);

/** What a file of a carrier is read into; a guessed format may be refused. */
async function imported({ kind, write }: Carrier, texts: readonly string[]): Promise<Imported | undefined> {
  const begun = await beginImport(write(texts));
  if (!begun.ok && GUESSED.has(kind) && begun.error.code === 'file-unknown') return undefined;
  return valueOf(finished(valueOf(begun).steps()));
}

/** So many texts stand in one file: the first of them is a heading too. */
const AT_ONCE = 8;
const batches = Array.from({ length: Math.ceil(PAYLOADS.length / AT_ONCE) }, (_, n) => PAYLOADS.slice(n * AT_ONCE, (n + 1) * AT_ONCE));

const written = (dataset: Dataset): string => [...dateline.write(dataset)].join('');
/** Whether an event is at 0, 0: the native format takes that for no place, whatever a file says. */
const isNowhere = ({ places }: TimelineEvent): boolean => places.some((place) => 'at' in place && place.at.every((degrees) => degrees === 0));
const linksIn = (dataset: Dataset): readonly (string | undefined)[] =>
  [...eventsInFileOrder(dataset)].flatMap(({ sources, media }) => [...sources, ...media].map(({ url }) => url)).concat(dataset.story.sources.map(({ url }) => url));

describe.each(CARRIERS)('hostile texts in every field of $format, $kind', (carrier) => {
  it('are read by its reader, lead nowhere, and come back from the native file as they were', async () => {
    for (const texts of [...batches, ADDRESSES]) {
      const read = await imported(carrier, texts);
      if (read === undefined) continue;
      const { account, dataset, about, issues } = read;
      const told = JSON.stringify(texts);
      if (!GUESSED.has(carrier.kind)) expect(about.format, told).toBe(carrier.format);
      expect(dataset.size, told).toBe(account.events);
      expect(account.events + account.refused.length + account.notEvents.length, told).toBe(account.records);
      expect(issues.filter((issue) => describeIssue(issue, en) === ''), told).toEqual([]);
      expect(linksIn(dataset).filter((url) => url !== undefined && !/^(?:https?:\/\/|mailto:)/i.test(url)), told).toEqual([]);
      const events = [...eventsInFileOrder(dataset)];
      const again = [...eventsInFileOrder(valueOf(openText(written(dataset))).dataset)];
      expect(again.filter((_, n) => events[n] === undefined || !isNowhere(events[n])), told).toEqual(events.filter((event) => !isNowhere(event)));
    }
  });
});

describe('hostile texts in a picture', () => {
  const DRAWN = new Set(['svg', 'g', 'path', 'rect', 'circle', 'line', 'ellipse', 'polygon', 'polyline', 'text', 'tspan', 'defs', 'clipPath', 'mask', 'pattern', 'style', 'title', 'desc', 'use', 'symbol', 'linearGradient', 'stop']);
  const inFigures = CARRIERS.filter(({ format }) => format === 'dateline' || format === 'csv');

  it.each(inFigures)('of $format are text: the picture has no element, handler or address of theirs', async (carrier) => {
    for (const texts of batches) {
      const read = await imported(carrier, texts);
      if (read === undefined) continue;
      const { dataset } = read;
      const figure = draw({ dataset, view: INITIAL_VIEW, parts: 'both', scope: 'story', size: figureSizeOf('social'), world: world(), base: undefined });
      const foreign: string[] = [];
      const parser = new SaxesParser();
      parser.on('error', (error) => foreign.push(error.message));
      parser.on('opentag', ({ name, attributes }) => {
        if (!DRAWN.has(name)) foreign.push(`<${name}>`);
        for (const [attribute, value] of Object.entries(attributes)) {
          if (/^on/i.test(attribute) || (/href$/i.test(attribute) && !value.startsWith('#'))) foreign.push(`${attribute}="${value}"`);
        }
      });
      parser.write(toSvg(figure.scene, await readFonts(figure.scene))).close();
      expect(foreign, JSON.stringify(texts)).toEqual([]);
    }
  });
});

describe('hostile names', () => {
  it('leave nothing on the prototypes that everything shares', async () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    for (const carrier of CARRIERS) for (const name of names) await imported(carrier, [name]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(typeof {}.toString).toBe('function');
    expect(typeof {}.hasOwnProperty).toBe('function');
  });
});
