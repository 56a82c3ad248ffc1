/* global TL */
const dated = (at) => {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
let timeline;

window.subject = {
  load: (rows) =>
    new Promise((resolve) => {
      const events = rows.map(({ id, title, text, start, end, isRange }) => ({
        unique_id: id,
        start_date: dated(start),
        ...(isRange ? { end_date: dated(end) } : {}),
        text: { headline: title, text },
      }));
      timeline = new TL.Timeline('view', { events }, { font: null, duration: 1, hash_bookmark: false });
      timeline.on('loaded', () => requestAnimationFrame(() => resolve()));
    }),
  steps: {
    pan: () => {
      timeline.goToNext();
    },
  },
};
