import { DATELINE_VERSION } from '../formats/dateline.ts';
import { isObject, without, type Members } from '../formats/dateline-file.ts';
import { notReproduced } from '../formats/same-json.ts';
import { STORY_MEMBERS } from '../formats/serialize-dateline.ts';
import { buildStory } from '../model/build-story.ts';
import type { Category, Era, Story, WalkStep } from '../model/story.ts';
import { readSource } from './read-event.ts';
import { readEdtf, readEdtfText } from './read-when.ts';
import { readFilledText, readList, readMember, readObject, readText, type Read, type Tell } from './read.ts';

/** Reads what a collection says about itself: its member `dateline`, or the little that plain GeoJSON has. */
export function readStory(collection: Members, tell: Tell): Story {
  const header = collection['dateline'];
  const members = isObject(header) ? header : {};
  if (header !== undefined && !isObject(header)) tell('member-wrong-kind', header, { wanted: 'object' }, '.dateline');
  const tellHeader: Tell = (code, value, parameters, below = '') => tell(code, value, parameters, `.dateline${below}`);
  const read = <T>(name: string, reader: Read<T>): T | undefined => readMember(members, name, reader, tellHeader);

  if (isObject(header)) checkVersion(members, tellHeader);
  const title = read('title', readFilledText);
  if (isObject(header) && title === undefined) tellHeader('title-missing', members['title'], undefined, '.title');
  const name = collection['name'];
  const reportDate = read('reportDate', readEdtf);
  const story = buildStory({
    title: title ?? (typeof name === 'string' ? name : ''),
    deck: read('deck', readFilledText),
    language: read('language', readLanguage) ?? 'und',
    reportDate: reportDate && { edtf: reportDate.text, at: reportDate.span.earliestStart },
    sources: read('sources', readList(readSource)) ?? [],
    credit: read('credit', readFilledText),
    licence: read('licence', readFilledText),
    categories: read('categories', readCategories) ?? [],
    eras: read('eras', readList(readEra)) ?? [],
    walk: read('walk', readList(readStep)) ?? [],
  });
  const rest = isObject(header) ? without(collection, 'dateline') : collection;
  return buildStory({
    ...story,
    extra: notReproduced(members, (member) => (member === 'version' ? DATELINE_VERSION : STORY_MEMBERS.get(member)?.(story))),
    collectionExtra: notReproduced(rest, (member) => (member === 'type' ? 'FeatureCollection' : undefined)),
  });
}

function checkVersion(header: Members, tell: Tell): void {
  const version = header['version'];
  const known = typeof version === 'number' && Number.isInteger(version) && version > 0;
  if (!known) tell('member-wrong-kind', version, { wanted: 'number' }, '.version');
  else if (version > DATELINE_VERSION) tell('version-newer', version, { version: DATELINE_VERSION }, '.version');
}

/** A BCP 47 tag by its form (RFC 5646, simplified): other parts of the program hand it to `Intl`, which throws on anything else. */
const readLanguage: Read<string> = (json, tell) => {
  const tag = readText(json, tell);
  if (tag === undefined || /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(tag)) return tag;
  tell('member-value-unknown', tag, { choices: 'en, fa, ar, tr, pt-BR' });
  return undefined;
};

const readCategory: Read<Category> = readObject((members, tell) => {
  const id = readMember(members, 'id', readFilledText, tell);
  if (members['id'] === undefined) tell('member-wrong-kind', undefined, { wanted: 'text' }, '.id');
  return id === undefined ? undefined : { id, name: readMember(members, 'name', readFilledText, tell) ?? id };
});

const readCategories: Read<readonly Category[]> = (json, tell) => {
  const categories = readList(readCategory)(json, tell) ?? [];
  const firsts = new Map(categories.toReversed().map((category) => [category.id, category]));
  return categories.filter((category) => {
    const first = firsts.get(category.id) === category;
    if (!first) tell('category-repeated', category.id);
    return first;
  });
};

const readEra: Read<Era> = readObject((members, tell) => {
  const name = readMember(members, 'name', readFilledText, tell);
  const when = readMember(members, 'when', readEdtfText, tell);
  for (const required of ['name', 'when']) {
    if (members[required] === undefined) tell('member-wrong-kind', undefined, { wanted: 'text' }, `.${required}`);
  }
  return name === undefined || when === undefined ? undefined : { name, when };
});

const readStep: Read<WalkStep> = readObject((members, tell) => {
  const read = (name: string): string => readMember(members, name, readFilledText, tell) ?? '';
  return { title: read('title'), text: read('text'), view: read('view') };
});
