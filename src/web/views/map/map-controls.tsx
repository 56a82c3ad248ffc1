import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Bounds } from '../../../core/geo/coordinates.ts';
import { isForReading } from '../../keep/keeping.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';
import type { Camera } from './camera.ts';


interface MapControlsProps {
  readonly store: Store;
  readonly camera: Camera;
  readonly online: boolean;
  /** Whether the online tiles could not be loaded. */
  readonly failed: boolean;
  readonly onFit: () => void;
  readonly onOnline: (online: boolean) => void;
}

/** The buttons in the map's corner, the setting for online tiles (none where a story is there to be read alone), and whom the map is owed to. */
export function MapControls({ store, camera, online, failed, onFit, onOnline }: MapControlsProps) {
  const open = useSignal(false);
  const panel = useId();
  const { messages } = store.world.value;
  const words = messages.map;
  const { stage, area } = store.view.value;
  const alone = stage === 'map';
  return (
    <>
      <div class="map-controls">
        <div class="map-buttons">
          <button type="button" class="map-zoom" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => camera.zoomBy(1)}>
            <Icon name="plus" />
          </button>
          <button type="button" class="map-zoom" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => camera.zoomBy(-1)}>
            <Icon name="minus" />
          </button>
          <button type="button" aria-label={words.fitAll} title={words.fitAll} onClick={onFit}>
            <Icon name="fit-area" />
          </button>
          <button
            type="button"
            aria-label={alone ? words.reduce : words.enlarge}
            title={alone ? words.reduce : words.enlarge}
            aria-pressed={alone}
            onClick={() => store.dispatch({ kind: 'set-stage', stage: alone ? 'both' : 'map' })}
          >
            <Icon name={alone ? 'reduce' : 'enlarge'} />
          </button>
          <button
            type="button"
            aria-label={words.filterByView}
            title={words.filterByView}
            aria-pressed={area === 'view'}
            onClick={() => store.dispatch({ kind: 'set-area', area: area === 'view' ? undefined : 'view' })}
          >
            <Icon name="filter-view" />
          </button>
          <button
            type="button"
            aria-label={words.filterByBox}
            title={words.filterByBox}
            aria-pressed={typeof area === 'object'}
            onClick={() => store.dispatch({ kind: 'set-area', area: typeof area === 'object' ? undefined : innerPart(camera) })}
          >
            <Icon name="filter-box" />
          </button>
          {!isForReading(store) && (
            <button
              type="button"
              aria-label={words.options}
              title={words.options}
              aria-expanded={open.value}
              aria-controls={panel}
              onClick={() => {
                open.value = !open.value;
              }}
            >
              <Icon name="layers" />
            </button>
          )}
        </div>
        <div
          id={panel}
          class="map-options"
          role="group"
          aria-label={words.options}
          hidden={!open.value}
          onKeyDown={(key) => {
            if (key.key !== 'Escape') return;
            key.stopPropagation();
            open.value = false;
          }}
        >
          <label>
            <input type="checkbox" checked={online} aria-describedby={`${panel}-note`} onChange={({ currentTarget }) => onOnline(currentTarget.checked)} />
            <span>{words.onlineTiles}</span>
          </label>
          <p id={`${panel}-note`}>{words.onlineTilesNote}</p>
          <p role="status">{failed ? words.onlineTilesFailed : ''}</p>
        </div>
      </div>
      <p class="map-attribution">
        {online && (
          <>
            <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener noreferrer">
              {words.onlineAttribution}
            </a>
            {' · '}
          </>
        )}
        {words.attribution}
      </p>
    </>
  );
}

/** The part of the map within a quarter of its width and height from the edges. */
function innerPart(camera: Camera): Bounds {
  const { width, height } = camera.size();
  return camera.boundsOf({ x: width / 4, y: height / 4, width: width / 2, height: height / 2 });
}
