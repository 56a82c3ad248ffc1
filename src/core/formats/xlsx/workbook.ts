import { err, ok, type Result } from '../../base/result.ts';
import { finished } from '../../base/steps.ts';
import type { Issue } from '../../model/issue.ts';
import type { SerialSystem } from '../../time/date-numbers.ts';
import { localNameOf, readXml } from '../xml/read-xml.ts';
import { membersOfZip, type ZipMember } from '../zip.ts';
import { shownBy, type ShownDate } from './date-format.ts';

/** A sheet of a workbook, not read yet. */
export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly member: ZipMember;
}

/** What the sheets of a workbook are read with. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly system: SerialSystem;
  /** What each cell style shows of a date, by its number. */
  readonly shown: readonly (ShownDate | undefined)[];
  /** Texts that cells name by number. */
  readonly texts: readonly string[];
  /** Whether all its parts could be unpacked. */
  readonly isWhole: boolean;
}

/** Opens a workbook: its sheets by name, the texts they share, and which of its styles are dates. The error says that it is none, or why it cannot be read. */
export function openWorkbook(bytes: Uint8Array): Result<Workbook, Issue> {
  const { members, isWhole } = membersOfZip(bytes);
  const parts = new Map(members.map((member) => [member.path.toLowerCase(), member]));
  const main = [...parts.keys()].find((path) => /(?:^|\/)workbook\.xml$/.test(path));
  if (main === undefined) return err({ code: 'file-unknown', severity: 'error', place: {}, value: members[0]?.path ?? '' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const book = read(parts.get(main));
  if (!book.ok) return book;
  const relations = read(parts.get(`${folder}_rels/workbook.xml.rels`));
  if (!relations.ok) return relations;
  const targets = targetsIn(relations.value.bytes, folder);
  const partNamed = (kind: string, usual: string): ZipMember | undefined => parts.get(targets.find((target) => target.kind === kind)?.path ?? `${folder}${usual}`);
  const texts = read(partNamed('sharedStrings', 'sharedstrings.xml'));
  if (!texts.ok) return texts;
  const styles = read(partNamed('styles', 'styles.xml'));
  if (!styles.ok) return styles;
  const { sheets, system } = sheetsIn(book.value.bytes);
  const byId = new Map(targets.map(({ id, path }) => [id, path]));
  const found = sheets.flatMap(({ name, isHidden, relation }) => {
    const member = parts.get(byId.get(relation) ?? '');
    return member === undefined || !/worksheets?\//.test(member.path.toLowerCase()) ? [] : [{ name, isHidden, member }];
  });
  return ok({
    sheets: found.length > 0 ? found : sheetsByPath(members),
    system,
    shown: stylesIn(styles.value.bytes),
    texts: textsIn(texts.value.bytes),
    isWhole: isWhole && [book, relations, texts, styles].every((part) => part.value.isWhole),
  });
}

const EMPTY = { bytes: new Uint8Array(), isWhole: true } as const;

const read = (member: ZipMember | undefined): ReturnType<ZipMember['read']> => member?.read() ?? ok(EMPTY);

/** Sheets that nothing names, in a workbook that lost its list of them. */
const sheetsByPath = (members: readonly ZipMember[]): readonly SheetPart[] =>
  members.filter(({ path }) => /worksheets\/[^/]+\.xml$/i.test(path)).map((member) => ({ name: member.path.replace(/^.*\/|\.xml$/gi, ''), isHidden: false, member }));

interface Target {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  readonly path: string;
}

function targetsIn(bytes: Uint8Array, folder: string): readonly Target[] {
  const targets: Target[] = [];
  eachElement(bytes, (name, attributes) => {
    if (name !== 'Relationship') return;
    const target = attributes.get('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : withoutDots(folder + target);
    targets.push({ id: attributes.get('Id') ?? '', kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''), path: path.toLowerCase() });
  });
  return targets;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
  }
  return kept.join('/');
}

interface NamedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

function sheetsIn(bytes: Uint8Array): { readonly sheets: readonly NamedSheet[]; readonly system: SerialSystem } {
  const sheets: NamedSheet[] = [];
  let system: SerialSystem = 1900;
  eachElement(bytes, (name, attributes) => {
    if (name === 'workbookPr' && isOn(attributes.get('date1904'))) system = 1904;
    if (name !== 'sheet') return;
    const state = attributes.get('state') ?? 'visible';
    const relation = [...attributes].find(([key]) => localNameOf(key) === 'id' && key !== 'id')?.[1] ?? '';
    sheets.push({ name: attributes.get('name') ?? '', isHidden: state !== 'visible', relation });
  });
  return { sheets, system };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function stylesIn(bytes: Uint8Array): readonly (ShownDate | undefined)[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isWithin = false;
  eachElement(
    bytes,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      if (name === 'cellXfs') isWithin = true;
      if (name === 'xf' && isWithin) formats.push(Number(attributes.get('numFmtId') ?? 0));
    },
    (name) => {
      if (name === 'cellXfs') isWithin = false;
    },
  );
  return formats.map((id) => shownBy(id, codes.get(id)));
}

function textsIn(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  finished(readXml(bytes, {
    open: (name) => {
      const local = localNameOf(name);
      if (local === 'si') text = '';
      else if (local === 'rPh') phonetic += 1;
      isText = local === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      const local = localNameOf(name);
      isText = false;
      if (local === 'rPh') phonetic -= 1;
      else if (local === 'si') texts.push(unescaped(text));
    },
  }));
  return texts;
}

/** A text in which `_x000D_` stands for the sign of that number. Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll('\r\n', '\n') : text;

function eachElement(bytes: Uint8Array, open: (local: string, attributes: ReadonlyMap<string, string>) => void, close: (local: string) => void = () => undefined): void {
  finished(readXml(bytes, {
    open: (name, attributes) => open(localNameOf(name), attributes),
    text: () => undefined,
    close: (name) => close(localNameOf(name)),
  }));
}
