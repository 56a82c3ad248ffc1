/* global L */
import { brushed, COLOURS } from './shared.js';

// Following a time window, only those that come and go are touched, in bulk as its manual advises.
let markers = [];
let group;

window.subject = {
  load: (rows) => {
    const map = L.map('view', { preferCanvas: true, center: [25, 20], zoom: 2, maxZoom: 18, attributionControl: false });
    group = L.markerClusterGroup({ animate: false, removeOutsideVisibleBounds: true });
    markers = rows.filter(({ at }) => at !== undefined).map(({ at: [lng, lat], start, end, category }) => ({
      marker: L.circleMarker([lat, lng], { radius: 4, weight: 1, color: COLOURS[category] }),
      start,
      end,
      isShown: true,
    }));
    group.addLayers(markers.map(({ marker }) => marker));
    map.addLayer(group);
  },
  steps: {
    brush: (k) => {
      const [from, until] = brushed(k);
      const coming = [];
      const going = [];
      for (const entry of markers) {
        const isShown = entry.end > from && entry.start < until;
        if (isShown === entry.isShown) continue;
        entry.isShown = isShown;
        (isShown ? coming : going).push(entry.marker);
      }
      group.removeLayers(going);
      group.addLayers(coming);
    },
  },
};
