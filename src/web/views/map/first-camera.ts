import { startAfterFirstPicture } from '../../platform/first-picture.ts';
import type { Camera, CameraEvents } from './camera.ts';
import { createStillCamera } from './still-camera.ts';

/**
 * A camera that stands for the first picture of the page, and is Leaflet's from when that has come: it takes over what is shown to the pixel.
 */
export function createFirstCamera(element: HTMLElement, canvases: readonly HTMLCanvasElement[], still: boolean, events: CameraEvents): Camera {
  const first = createStillCamera(element, canvases, events);
  let camera: Camera = first;
  let isOnline = false;
  let isDragged = true;
  const stop = startAfterFirstPicture(
    () => import('./camera.ts'),
    ({ createCamera }) => {
      const moving = createCamera(element, canvases, still, events);
      camera = moving;
      moving.setDragging(isDragged);
      moving.show(first.exactly());
      if (isOnline) moving.setOnline(true);
      return moving.dispose;
    },
  );
  return {
    viewport: () => camera.viewport(),
    size: () => camera.size(),
    show: (viewport) => camera.show(viewport),
    travel: (viewport) => camera.travel(viewport),
    panBy: (pixels) => camera.panBy(pixels),
    zoomBy: (levels) => camera.zoomBy(levels),
    maxZoom: () => camera.maxZoom(),
    resize: () => camera.resize(),
    setOnline: (online) => {
      isOnline = online;
      camera.setOnline(online);
    },
    setDragging: (dragging) => {
      isDragged = dragging;
      camera.setDragging(dragging);
    },
    place: (canvas, frame) => camera.place(canvas, frame),
    inFrame: (point, frame) => camera.inFrame(point, frame),
    boundsOf: (box) => camera.boundsOf(box),
    boxOf: (bounds) => camera.boxOf(bounds),
    dispose: () => {
      stop();
      first.dispose();
    },
  };
}
