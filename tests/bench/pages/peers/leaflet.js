/* global L */
import { brushed, COLOURS } from './shared.js';

// Circles on Leaflet's own canvas; following a time window, only those that come and go are touched.
let markers = [];
let group;

window.subject = {
  load: (rows) => {
    const map = L.map('view', { preferCanvas: true, center: [25, 20], zoom: 2, attributionControl: false });
    group = L.layerGroup().addTo(map);
    markers = rows.filter(({ at }) => at !== undefined).map(({ at: [lng, lat], start, end, category }) => {
      const marker = L.circleMarker([lat, lng], { radius: 4, weight: 1, color: COLOURS[category] });
      return { marker, start, end, isShown: true };
    });
    for (const { marker } of markers) group.addLayer(marker);
  },
  steps: {
    brush: (k) => {
      const [from, until] = brushed(k);
      for (const entry of markers) {
        const isShown = entry.end > from && entry.start < until;
        if (isShown === entry.isShown) continue;
        entry.isShown = isShown;
        if (isShown) group.addLayer(entry.marker);
        else group.removeLayer(entry.marker);
      }
    },
  },
};
