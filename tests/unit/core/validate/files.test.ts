import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../../../src/core/formats/dateline-file.ts';
import { FORMATS } from '../../../../src/core/formats/index.ts';
import { sameJson } from '../../../../src/core/formats/same-json.ts';
import { describeIssue } from '../../../../src/core/i18n/describe-issue.ts';
import { en } from '../../../../src/core/i18n/en.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import type { Json, TimelineEvent } from '../../../../src/core/model/event.ts';
import { NATIVE_ISSUE_CODES, type Issue } from '../../../../src/core/model/issue.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { openText } from '../../../../src/core/validate/open.ts';

const FILES = join(import.meta.dirname, '../../../formats');

const files = FORMATS.flatMap(({ id, serialize }) =>
  readdirSync(join(FILES, id), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ name }) => ({ id, name, serialize, text: readFileSync(join(FILES, id, name), 'utf8') })),
);

/** What a person is told on opening a file: its events, then every issue in a sentence. */
function report(text: string): string {
  const opened = openText(text);
  if (!opened.ok) return `not opened\n${opened.error.severity}: ${describeIssue(opened.error, en)}\n`;
  const { dataset, issues } = opened.value;
  const events = Array.from(eventsInFileOrder(dataset), ({ id, title, when, places }) => {
    const named = places.map(({ kind, name }) => `${kind} ${name === '' ? '–' : name}`);
    return [id, title, when.edtf?.text ?? 'undated', ...named].join(' | ');
  });
  const sentences = issues.map((issue) => `${issue.severity}: ${describeIssue(issue, en)}`);
  return `${[`events: ${events.length}`, ...events, '', ...sentences].join('\n').trimEnd()}\n`;
}

/** Events without the members that are kept for saving. */
const proper = (event: TimelineEvent): TimelineEvent => ({ ...event, extra: new Map(), featureExtra: new Map() });
const properEvents = (dataset: Dataset): readonly TimelineEvent[] => Array.from(eventsInFileOrder(dataset), proper);

/** What was found wrong with a file. */
function issuesOf(text: string): readonly Issue[] {
  const opened = openText(text);
  return opened.ok ? opened.value.issues : [opened.error];
}

/** Every member of `before` that `after` has not, or has with another value. */
function lostMembers(before: Json, after: Json, except: readonly string[] = []): readonly string[] {
  if (!isObject(before) || !isObject(after)) return ['not objects'];
  const kept = (key: string): boolean => Object.hasOwn(after, key) && sameJson(before[key] as Json, after[key] as Json);
  return Object.keys(before).filter((key) => !except.includes(key) && !kept(key));
}

describe.each(files)('$id/$name', ({ id, name, text, serialize }) => {
  it('opens as far as it can, and says of the rest what, where and how to mend it', async () => {
    await expect(report(text)).toMatchFileSnapshot(join(FILES, id, 'expected', `${name}.txt`));
  });

  it('loses nothing when it is saved, and says the same when it is opened again', () => {
    const opened = openText(text);
    if (!opened.ok) return;
    const saved = serialize(opened.value.dataset);
    const again = openText(saved);
    expect(again.ok && properEvents(again.value.dataset)).toEqual(properEvents(opened.value.dataset));
    const before = parseOrUndefined(text);
    if (before === undefined || !isObject(before)) return;
    const after = JSON.parse(saved) as { readonly [key: string]: Json };
    expect(lostMembers(before, after, ['features', 'dateline'])).toEqual([]);
    if (before['dateline'] !== undefined) expect(lostMembers(before['dateline'], after['dateline'] ?? null)).toEqual([]);
    const [featuresBefore, featuresAfter] = [before['features'], after['features']] as readonly (readonly Json[])[];
    featuresBefore?.forEach((feature, f) => {
      const written = featuresAfter?.[f] ?? null;
      expect(lostMembers(feature, written, ['properties'])).toEqual([]);
      if (!isObject(feature) || !isObject(written) || feature['properties'] === null) return;
      expect(lostMembers(feature['properties'] ?? {}, written['properties'] ?? null)).toEqual([]);
    });
  });
});

describe('the files', () => {
  it('show every issue there is', () => {
    const shown = new Set(files.flatMap(({ text }) => issuesOf(text)).map(({ code }) => code));
    expect(NATIVE_ISSUE_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });
});

function parseOrUndefined(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
