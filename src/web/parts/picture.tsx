import type { Size } from '../../core/base/geometry.ts';
import { paintSvg } from '../../core/paint/svg.ts';
import type { Mark } from '../../core/scene/scene.ts';

interface PictureProps {
  readonly marks: readonly Mark[];
  readonly size: Size;
  readonly class?: string;
}

const painted = new Map<string, string>();

/** A small picture of marks, sharp at any zoom, for the eye alone: what it means stands beside it in words. */
export function Picture({ marks, size, class: name }: PictureProps) {
  const key = JSON.stringify([marks, size]);
  const source = painted.get(key) ?? `data:image/svg+xml,${encodeURIComponent(paintSvg({ marks, size, title: '', language: 'en' }))}`;
  painted.set(key, source);
  return <img class={name} src={source} width={size.width} height={size.height} alt="" draggable={false} />;
}
