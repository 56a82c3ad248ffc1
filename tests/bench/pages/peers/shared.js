// What the plain implementations have in common: sizes, colours, and the time window of a step.
export const WIDTH = 1280;
export const HEIGHT = 600;
export const FROM = Date.UTC(2016, 0, 1);
export const UNTIL = Date.UTC(2026, 0, 1);
export const COLOURS = ['#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#bbbbbb', '#225555'];
const DAY = 86_400_000;

/** The window of a pan step: all events stay in view while it moves by some pixels. */
export const panned = (k) => [FROM - (30 + 3 * k) * DAY, UNTIL + (90 - 3 * k) * DAY];

/** The window of a brush step: half of all time, moved by a hundredth of it. */
export const brushed = (k) => [FROM + (365 + 36 * k) * DAY, FROM + (2190 + 36 * k) * DAY];

/** Four predicates, other ones at each step, that about half of all events pass: time, category, status, longitude. */
export const predicates = (k) => {
  const [start, end] = [Date.UTC(2016 + (k % 3), 5, 1), Date.UTC(2023 + (k % 3), 5, 1)];
  return ({ start: from, end: to, category, status, at }) =>
    to > start && from < end && category !== k % 8 && status !== 'denied' && at !== undefined && at[0] > -100;
};

/** A row of the lane of its category, by its number. */
export const rowOf = (i) => i % 12;
