import type { Size } from '../../core/base/geometry.ts';
import type { Mark } from '../../core/scene/scene.ts';
import { pixelRatio } from '../platform/pixel-ratio.ts';
import { paintLayer } from './paint-layer.ts';

interface PictureProps {
  readonly marks: readonly Mark[];
  readonly size: Size;
  readonly class?: string;
}

/** Addresses of pictures that hold themselves, by what is in them: few, and asked for by every line of a list. */
const painted = new Map<string, string>();

/** A small picture of marks, sharp at any zoom, for the eye alone: what it means stands beside it in words. */
export function Picture({ marks, size, class: name }: PictureProps) {
  // Half-pixels would be seen: a picture is painted for no less than a sharp screen.
  const scale = Math.max(2, pixelRatio.value);
  const key = JSON.stringify([marks, size, scale]);
  const source = painted.get(key) ?? paint(marks, size, scale);
  painted.set(key, source);
  return <img class={name} src={source} width={size.width} height={size.height} alt="" draggable={false} />;
}

function paint(marks: readonly Mark[], size: Size, scale: number): string {
  const canvas = document.createElement('canvas');
  paintLayer(canvas, { marks, size, title: '', language: '' }, scale);
  return canvas.toDataURL();
}
