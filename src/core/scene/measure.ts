import type { Font } from './scene.ts';

/** Width of a line of text in pixels. */
export function measureText(text: string, font: Font): number {
  return text.length * (font.size * 0.55 + (font.spacing ?? 0));
}
