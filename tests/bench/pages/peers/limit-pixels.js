import { COLOURS, HEIGHT, panned, rowOf, WIDTH } from './shared.js';

// As little as a pixel per event can cost.
const context = document.getElementById('view').appendChild(Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })).getContext('2d');
const image = context.createImageData(WIDTH, HEIGHT);
const pixels = new Uint32Array(image.data.buffer);
const inks = Uint32Array.from(COLOURS, (colour) => {
  const rgb = Number.parseInt(colour.slice(1), 16);
  return (0xff_00_00_00 | ((rgb & 255) << 16) | (rgb & 0xff_00) | (rgb >> 16)) >>> 0;
});
let starts = new Float64Array();
let rowStarts = new Uint32Array();
let colours = new Uint32Array();

function draw(from, until) {
  pixels.fill(0);
  const scale = WIDTH / (until - from);
  for (let i = 0; i < starts.length; i += 1) pixels[rowStarts[i] + Math.floor((starts[i] - from) * scale)] = colours[i];
  context.putImageData(image, 0, 0);
}

window.subject = {
  load: (rows) => {
    starts = Float64Array.from(rows, ({ start }) => start);
    rowStarts = Uint32Array.from(rows, ({ category }, i) => (24 + category * 70 + rowOf(i) * 5) * WIDTH);
    colours = Uint32Array.from(rows, ({ category }) => inks[category]);
    draw(...panned(0));
  },
  steps: { pan: (k) => draw(...panned(k)) },
};
