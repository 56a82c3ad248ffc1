import { isAbsolute } from 'node:path';
import { defineConfig } from 'vite';

/** Builds `dateline/core`, a module for each module of the source, so that whoever imports it takes what they need and no more. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/core',
    target: 'es2022',
    minify: false,
    lib: { entry: 'src/core/index.ts', formats: ['es'] },
    rolldownOptions: {
      external: (id) => !id.startsWith('.') && !isAbsolute(id),
      output: { preserveModules: true, preserveModulesRoot: 'src/core', entryFileNames: '[name].js' },
    },
  },
});
