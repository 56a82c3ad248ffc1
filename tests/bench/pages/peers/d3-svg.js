/* global d3 */
import { COLOURS, FROM, HEIGHT, panned, rowOf, UNTIL, WIDTH } from './shared.js';

const x = d3.scaleUtc([FROM, UNTIL], [0, WIDTH]);
const yOf = ({ category }, i) => 24 + category * 70 + rowOf(i) * 5;
let points;
let bars;
let axis;

function place() {
  points.attr('cx', ({ start }) => x(start));
  bars.attr('x', ({ start }) => x(start)).attr('width', ({ start, end }) => Math.max(1, x(end) - x(start)));
  axis.call(d3.axisBottom(x));
}

window.subject = {
  load: (rows) => {
    const svg = d3.select('#view').append('svg').attr('width', WIDTH).attr('height', HEIGHT);
    const marks = svg.append('g');
    points = marks.selectAll('circle').data(rows.filter(({ isRange }) => !isRange)).join('circle')
      .attr('r', 3).attr('cy', yOf).attr('fill', ({ category }) => COLOURS[category]);
    bars = marks.selectAll('rect').data(rows.filter(({ isRange }) => isRange)).join('rect')
      .attr('height', 4).attr('y', yOf).attr('fill', ({ category }) => COLOURS[category]);
    axis = svg.append('g').attr('transform', `translate(0,${HEIGHT - 24})`);
    place();
  },
  steps: {
    pan: (k) => {
      x.domain(panned(k));
      place();
    },
  },
};
