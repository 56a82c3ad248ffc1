import { afterEach, describe, expect, it, vi } from 'vitest';

/** The hour that it is at 1970-01-01T00:00Z in the zone that the machine is set to. */
const hourOfEpoch = (): number => new Date(0).getHours() + new Date(0).getMinutes() / 60;

/** Every picture as SVG, by a program that was loaded in the zone. */
async function paintIn(zone: string): Promise<ReadonlyMap<string, string>> {
  vi.stubEnv('TZ', zone);
  vi.resetModules();
  const { CASES } = await import('./pictures.ts');
  const { paintSvg } = await import('../../../src/core/paint/svg.ts');
  return new Map(CASES.map(({ name, scene }) => [name, paintSvg(scene())]));
}

afterEach(() => vi.unstubAllEnvs());

describe('the time zone of the machine', () => {
  it('is what these tests set it to', () => {
    vi.stubEnv('TZ', 'Asia/Tehran');
    expect(hourOfEpoch()).toBe(3.5);
    vi.stubEnv('TZ', 'UTC');
    expect(hourOfEpoch()).toBe(0);
  });

  it('changes no byte of any picture', async () => {
    const tehran = await paintIn('Asia/Tehran');
    const utc = await paintIn('UTC');
    expect(tehran.size).toBeGreaterThan(5);
    expect(tehran).toEqual(utc);
  }, 60_000);
});
