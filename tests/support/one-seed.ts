import fc from 'fast-check';

/** The seed of all generated cases: the same tree is tested alike every time. `DATELINE_SEED` gives another. */
const SEED = Number(process.env['DATELINE_SEED'] ?? 20_260_204);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
