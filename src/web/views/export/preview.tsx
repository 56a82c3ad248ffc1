import { useEffect, useRef, useState } from 'preact/hooks';
import type { Size } from '../../../core/base/geometry.ts';
import { paintCanvas } from '../../../core/paint/canvas.ts';
import type { Scene } from '../../../core/scene/scene.ts';
import { whileBusy } from '../../platform/busy.ts';
import { frame } from '../../platform/frame.ts';
import { loadFonts } from './fonts.ts';

interface PreviewProps {
  /** `undefined` until it is laid out for the first time. */
  readonly scene: Scene | undefined;
  readonly label: string;
}

/** The picture as it will be saved, as large as the room allows and never larger than itself. */
export function Preview({ scene, label }: PreviewProps) {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });

  useEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setSize({ width: entry.contentRect.width, height: entry.contentRect.height }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (scene === undefined || size.width === 0 || size.height === 0) return undefined;
    const painting = {};
    let isWanted = true;
    const paint = (): void => {
      if (!isWanted) return;
      frame.paint(painting, () => {
        if (canvas.current !== null) paintFitted(scene, canvas.current, size);
      });
    };
    void whileBusy(loadFonts(scene)).then(paint, paint);
    return () => {
      isWanted = false;
      frame.drop(painting);
    };
  }, [scene, size]);

  return (
    <div class="export-preview" ref={room}>
      <canvas ref={canvas} role="img" aria-label={scene === undefined ? label : `${label}: ${scene.title}`} />
    </div>
  );
}

function paintFitted(scene: Scene, canvas: HTMLCanvasElement, room: Size): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const fit = Math.min(1, room.width / scene.size.width, room.height / scene.size.height);
  const scale = fit * devicePixelRatio;
  canvas.width = Math.max(1, Math.round(scene.size.width * scale));
  canvas.height = Math.max(1, Math.round(scene.size.height * scale));
  canvas.style.setProperty('inline-size', `${scene.size.width * fit}px`);
  canvas.style.setProperty('block-size', `${scene.size.height * fit}px`);
  paintCanvas(scene, context, { scale });
}
