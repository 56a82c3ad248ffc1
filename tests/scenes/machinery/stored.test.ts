import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paintSvg } from '../../../src/core/paint/svg.ts';
import { CASES } from './pictures.ts';

const STORED = resolve(import.meta.dirname, '../stored');
/** Set to write the pictures instead of comparing them; look at them before storing them. */
const UPDATE = process.env['UPDATE_SCENES'] === '1';

const fileOf = (name: string): string => join(STORED, `${name}.svg`);

describe('stored pictures', () => {
  it.each(CASES.map((entry) => [entry.name, entry] as const))('%s is as it was', (name, { scene }) => {
    const svg = paintSvg(scene());
    if (UPDATE) writeFileSync(fileOf(name), svg);
    expect(existsSync(fileOf(name)), `${name}.svg is not stored yet: UPDATE_SCENES=1 stores it`).toBe(true);
    expect(svg).toBe(readFileSync(fileOf(name), 'utf8'));
  });

  it('are all still painted', () => {
    const names = new Set(CASES.map((entry) => `${entry.name}.svg`));
    const left = readdirSync(STORED).filter((file) => !names.has(file));
    if (UPDATE) for (const file of left) rmSync(join(STORED, file));
    expect(UPDATE ? [] : left).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(CASES.map((entry) => entry.name)).size).toBe(CASES.length);
  });
});
