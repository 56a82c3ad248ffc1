import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** The import table of `src/README.md`: folder → what it may import. */
function importTable(): ReadonlyMap<string, readonly string[]> {
  const plan = readFileSync(join(SRC, 'README.md'), 'utf8');
  const section = plan.split('## Who may import whom')[1]?.split('\n## ')[0] ?? '';
  const rows = section.matchAll(/^\| (?<folder>[\w./-]+) \| (?<allowed>[^|]+) \|$/gm);
  const table = new Map<string, readonly string[]>();
  for (const { groups } of rows) {
    const folder = groups?.['folder'] ?? '';
    if (folder === 'folder') continue;
    const allowed = (groups?.['allowed'] ?? '').split(',').map((name) => name.trim());
    table.set(folder, allowed.filter((name) => name !== '–'));
  }
  return table;
}

interface Import {
  readonly file: string;
  readonly from: string;
  /** Path below `src`, or `undefined` for a package. */
  readonly target: string | undefined;
  readonly specifier: string;
}

const slashed = (path: string): string => path.split(sep).join('/');

function importsBelow(folder: string): readonly Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  return files.flatMap((name) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    const specifiers = text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\s*\(\s*)'(?<specifier>[^']+)'/g);
    return [...specifiers].map(({ groups }) => {
      const specifier = groups?.['specifier'] ?? '';
      const target = specifier.startsWith('.') ? relative(SRC, resolve(dirname(path), specifier.replace(/\?.*$/, ''))) : undefined;
      return { file: slashed(relative(SRC, path)), from: roomOf(slashed(relative(SRC, path))), target: target && slashed(target), specifier };
    });
  });
}

/** The row of the table that a file belongs to: its first two folders, its first one, or `.` for `src` itself. */
function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.slice(0, folders[0] === 'node' ? 1 : 2).join('/') || '.';
}

/** `core/*` stands for the front door of `core` and for all its rooms. */
const matches = (room: string, allowed: string): boolean =>
  allowed.endsWith('/*') ? `${room}/`.startsWith(allowed.slice(0, -1)) : room === allowed;

/** The view that a file belongs to. */
const viewOf = (path: string): string | undefined => /^web\/views\/([^/]+)/.exec(path)?.[1];

const table = importTable();
const imports = importsBelow(SRC);
const within = imports.filter((entry): entry is Import & { readonly target: string } => entry.target !== undefined && !entry.target.startsWith('../'));

describe('the plan of the code', () => {
  it('names every folder that holds code', () => {
    const rooms = new Set(imports.map(({ from }) => from));
    expect([...rooms].filter((room) => !table.has(room))).toEqual([]);
    expect(within.length).toBeGreaterThan(100);
  });

  it('allows every import that the code makes', () => {
    const broken = within.filter(({ from, target }) => {
      const to = roomOf(target);
      return to !== from && to !== 'core/base' && !(table.get(from) ?? []).some((allowed) => matches(to, allowed) || (from === 'core' && to === 'core'));
    });
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps views apart from each other', () => {
    const broken = within.filter(({ file, target }) => {
      const [from, to] = [viewOf(file), viewOf(target)];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('reaches outside src only for data that ships with it', () => {
    const outside = imports.filter(({ target }) => target?.startsWith('../') === true && !target.startsWith('../data/'));
    expect(outside.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it('keeps the core free of data files, of Node and of the page', () => {
    const core = imports.filter(({ file }) => file.startsWith('core/'));
    const packages = new Set(core.filter(({ target }) => target === undefined).map(({ specifier }) => specifier));
    expect([...packages].filter((name) => name.startsWith('node:') || /^(preact|@preact|leaflet)/.test(name))).toEqual([]);
    expect(core.filter(({ target }) => target?.startsWith('../') === true)).toEqual([]);
  });

  it('leaves Leaflet to the map view', () => {
    const users = imports.filter(({ specifier }) => specifier.startsWith('leaflet')).map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('web/views/map/'))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('leaves Date to core/time', () => {
    const files = [...new Set(imports.map(({ file }) => file))].filter((file) => file.startsWith('core/') && !file.startsWith('core/time/'));
    const users = files.filter((file) => /\bnew Date\b|\bDate\.(?:now|parse|UTC)\b/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(users).toEqual([]);
  });

  it('has no way from a string to markup or code', () => {
    const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(|new Function\(|createContextualFragment/;
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    expect(files.filter((name) => sinks.test(readFileSync(join(SRC, name), 'utf8')))).toEqual([]);
  });
});
