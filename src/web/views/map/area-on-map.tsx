import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Box } from '../../../core/base/geometry.ts';
import { attachAreaBrush } from '../../gestures/brush-area.ts';
import type { Store } from '../../store/store.ts';
import { AreaBox } from './area-box.tsx';
import type { RunningMap } from './start-map.ts';

interface AreaOnMapProps {
  readonly store: Store;
  readonly map: RunningMap;
}

/** The box on the map that filters, and one that is being drawn. */
export function AreaOnMap({ store, map }: AreaOnMapProps) {
  const brush = useSignal<Box | undefined>(undefined);
  useEffect(
    () =>
      attachAreaBrush(map.root, {
        onBrush: (box) => {
          brush.value = box;
        },
        onDone: (box) => {
          brush.value = undefined;
          store.dispatch({ kind: 'set-area', area: map.camera.boundsOf(box) });
        },
        onCancel: () => {
          brush.value = undefined;
        },
      }),
    [map, store, brush],
  );
  const { area } = store.view.value;
  const drawn = brush.value;
  if (drawn !== undefined) {
    return <div class="map-brush" style={{ left: `${drawn.x}px`, top: `${drawn.y}px`, width: `${drawn.width}px`, height: `${drawn.height}px` }} />;
  }
  return typeof area === 'object' ? <AreaBox store={store} map={map} area={area} /> : null;
}
