// Writes dist/sizes/*.png: timeline, overview and map of stories of 12 to a million events at five zooms, light and dark, to look at.
// node tests/scenes/sizes.mjs [--sizes 12,381] [--out folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, withModules } from '../support/with-modules.mjs';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '12,381,2051,100000,1000000' }, out: { type: 'string', default: join(ROOT, 'dist/sizes') } } });

await withModules(async (load) => {
  const { sizedPictures } = await load('/tests/scenes/machinery/sizes.ts');
  mkdirSync(values.out, { recursive: true });
  for (const size of values.sizes.split(',').map(Number)) {
    for (const theme of ['light', 'dark']) {
      for await (const { name, png } of sizedPictures(size, theme)) writeFileSync(join(values.out, `${name}.png`), png);
    }
  }
  process.stdout.write(`${values.out}\n`);
});
