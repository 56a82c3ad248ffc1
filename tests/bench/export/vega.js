/* global vega -- the package is a script of its own on this page */

/** A timeline as Vega's manual draws points: time across, a band for each category, a sign and an axis; titles where there are few. */
const specOf = (values) => ({
  $schema: 'https://vega.github.io/schema/vega/v6.json',
  width: 1200,
  height: 675,
  background: 'white',
  title: 'Generated events',
  data: [{ name: 'events', values }],
  scales: [
    { name: 'x', type: 'time', domain: { data: 'events', field: 'start' }, range: 'width' },
    { name: 'y', type: 'band', domain: { data: 'events', field: 'category' }, range: 'height' },
    { name: 'colour', type: 'ordinal', domain: { data: 'events', field: 'category' }, range: 'category' },
  ],
  axes: [{ orient: 'bottom', scale: 'x' }, { orient: 'left', scale: 'y' }],
  legends: [{ fill: 'colour' }],
  marks: [
    {
      type: 'symbol',
      from: { data: 'events' },
      encode: { enter: { x: { scale: 'x', field: 'start' }, y: { scale: 'y', field: 'category', band: 0.5 }, fill: { scale: 'colour', field: 'category' }, size: { value: 40 } } },
    },
    {
      type: 'text',
      from: { data: 'events' },
      encode: { enter: { x: { scale: 'x', field: 'start', offset: 6 }, y: { scale: 'y', field: 'category', band: 0.5 }, text: { field: values.length > 100 ? 'none' : 'title' } } },
    },
  ],
});

let spec;

const viewOf = () => new vega.View(vega.parse(spec), { renderer: 'none' });

window.exporter = {
  formats: ['svg', 'png'],
  open: async (story) => {
    const { features } = await (await fetch(story)).json();
    spec = specOf(features.map(({ properties }) => ({ title: properties.title, none: '', category: properties.categories?.[0] ?? '', start: Date.parse(properties.when.split('/')[0].slice(0, 10)) })));
  },
  write: async (format, scale) => {
    if (format === 'svg') return new Blob([await viewOf().toSVG()]);
    const canvas = await viewOf().toCanvas(scale);
    return new Promise((resolve) => {
      canvas.toBlob(resolve);
    });
  },
};
