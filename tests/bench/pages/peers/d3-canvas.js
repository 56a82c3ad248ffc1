/* global d3 */
import { COLOURS, FROM, HEIGHT, panned, rowOf, UNTIL, WIDTH } from './shared.js';

const x = d3.scaleUtc([FROM, UNTIL], [0, WIDTH]);
const context = document.getElementById('view').appendChild(Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })).getContext('2d');
let events = [];

function draw() {
  context.clearRect(0, 0, WIDTH, HEIGHT);
  events.forEach(({ start, end, isRange, category }, i) => {
    const y = 24 + category * 70 + rowOf(i) * 5;
    context.fillStyle = COLOURS[category];
    if (isRange) {
      context.fillRect(x(start), y, Math.max(1, x(end) - x(start)), 4);
    } else {
      context.beginPath();
      context.arc(x(start), y, 3, 0, 2 * Math.PI);
      context.fill();
    }
  });
  context.fillStyle = '#000000';
  const format = x.tickFormat(10);
  for (const tick of x.ticks(10)) context.fillText(format(tick), x(tick), HEIGHT - 8);
}

window.subject = {
  load: (rows) => {
    events = rows;
    draw();
  },
  steps: {
    pan: (k) => {
      x.domain(panned(k));
      draw();
    },
  },
};
