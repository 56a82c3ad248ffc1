/* global vis */
import { panned, predicates } from './shared.js';

const options = new URLSearchParams(location.search);
let timeline;
let view;
let passes = () => true;

const redrawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

window.subject = {
  load: async (rows) => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const items = rows.map(({ id, title, start, end, isRange, category }) =>
      isRange ? { id, content: title, start, end, className: `c${category}` } : { id, content: title, start, className: `c${category}` });
    const data = new vis.DataSet(items);
    view = new vis.DataView(data, { filter: ({ id }) => passes(byId.get(id)) });
    timeline = new vis.Timeline(document.getElementById('view'), view, { height: 600, stack: options.get('stack') !== 'off' });
    timeline.setWindow(...panned(0), { animation: false });
    await redrawn();
  },
  steps: {
    pan: async (k) => {
      timeline.setWindow(...panned(k), { animation: false });
      await redrawn();
    },
    filter: async (k) => {
      passes = predicates(k);
      view.refresh();
      await redrawn();
    },
  },
};
