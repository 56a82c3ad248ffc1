import { COLOURS, HEIGHT, panned, rowOf, WIDTH } from './shared.js';

// As little as a rectangle per event can cost: numbers in columns, colours set once each.
const context = document.getElementById('view').appendChild(Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })).getContext('2d');
let lanes = [];

function draw(from, until) {
  context.clearRect(0, 0, WIDTH, HEIGHT);
  const scale = WIDTH / (until - from);
  lanes.forEach(({ starts, lengths, ys }, category) => {
    context.fillStyle = COLOURS[category];
    for (let i = 0; i < starts.length; i += 1) context.fillRect((starts[i] - from) * scale, ys[i], Math.max(2, lengths[i] * scale), 4);
  });
}

window.subject = {
  load: (rows) => {
    lanes = COLOURS.map((_, category) => {
      const own = rows.filter((row) => row.category === category);
      return {
        starts: Float64Array.from(own, ({ start }) => start),
        lengths: Float64Array.from(own, ({ start, end, isRange }) => (isRange ? end - start : 0)),
        ys: Float64Array.from(own, (_row, i) => 24 + category * 70 + rowOf(i) * 5),
      };
    });
    draw(...panned(0));
  },
  steps: { pan: (k) => draw(...panned(k)) },
};
