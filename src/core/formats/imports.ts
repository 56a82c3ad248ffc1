import { csv } from './csv.ts';
import type { ImportFormat } from './format.ts';

/** Every format that foreign files are read from. */
export const IMPORTS: readonly ImportFormat[] = [
  csv,
];
