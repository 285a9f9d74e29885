// The block [B, C, H, W] as plates in space: pictures side by side, the channels of each one behind the other.
//
// A plate is one map, a square (or H : W) of unit height; x to the right, y down, z away from the eye. Parallel light, so
// that every plate is a parallelogram, and the front plate of all is always the first channel.

/** @import { Cell } from "../../kernel/types.d.ts" */
/** @import { Angles, Margin, Plate } from "./types.d.ts" */

const BESIDE = 0.4; // between pictures, in plate heights
const BEHIND = 0.36; // between channels
export const START = { yaw: -0.75, pitch: 0.55 };
const [MOST_YAW, LEAST_PITCH, MOST_PITCH] = [1.25, -0.2, 1.1];

/**
 * The angles as far as they may go: the plates stay seen from in front.
 *
 * @param {Angles} angles @param {number} byYaw @param {number} byPitch
 */
export function turned({ yaw, pitch }, byYaw, byPitch) {
  /** @param {number} value @param {number} low @param {number} high */
  const within = (value, low, high) => Math.max(low, Math.min(high, value));
  return { yaw: within(yaw + byYaw, -MOST_YAW, MOST_YAW), pitch: within(pitch + byPitch, LEAST_PITCH, MOST_PITCH) };
}

/**
 * Which of `count` are drawn when there is room for `most`: evenly spread, the first, the last, and the chosen one.
 *
 * @param {number} count @param {number} chosen @param {number} most
 */
export function drawn(count, chosen, most) {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  const even = Array.from({ length: most }, (_, place) => Math.round((place * (count - 1)) / (most - 1)));
  if (even.includes(chosen)) return even;
  const inner = even.slice(1, -1);
  const nearest = inner.reduce((best, each) => (Math.abs(each - chosen) < Math.abs(best - chosen) ? each : best), inner[0]);
  return even.map((each) => (each === nearest ? chosen : each));
}

const OF_A_GROUP = 3;

/**
 * The same for channels in groups of `size`: of the chosen one's group the first, the last and one between are drawn.
 *
 * @param {number} count @param {number} chosen @param {number} most @param {number} size
 */
export function drawnGrouped(count, chosen, most, size) {
  if (count <= most || size === 1 || size === count) return drawn(count, chosen, most);
  const start = chosen - (chosen % size);
  const own = drawn(size, chosen - start, OF_A_GROUP).map((index) => start + index);
  const others = Array.from({ length: count - size }, (_, index) => (index < start ? index : index + size));
  const around = drawn(others.length, 0, most - own.length).map((index) => others[index]);
  return [...own, ...around].sort((one, other) => one - other);
}

/** Where in the picture plane a point in space is seen. @param {Angles} angles @param {number[]} point @returns {Cell} */
export function project({ yaw, pitch }, [x, y, z]) {
  const [across, away] = [x * Math.cos(yaw) + z * Math.sin(yaw), z * Math.cos(yaw) - x * Math.sin(yaw)];
  return [across, y * Math.cos(pitch) - away * Math.sin(pitch)];
}

/**
 * All plates from the farthest to the nearest: { item, channel, corner, right, down }: where its first cell's corner
 * lies and the ways along its columns and rows, in a canvas of width × height with a margin.
 *
 * @param {Angles} angles @param {number[]} items @param {number[]} channels @param {number} aspect @param {Cell} size
 * @param {Margin} margin
 */
export function plates(angles, items, channels, aspect, [width, height], margin) {
  const step = [aspect + BESIDE, BEHIND];
  const middle = [(items.length * step[0] - BESIDE) / 2, 0.5, ((channels.length - 1) * step[1]) / 2];
  /** @param {number} place @param {number} depth @param {number} x @param {number} y */
  const at = (place, depth, x, y) => {
    return project(angles, [place * step[0] + x - middle[0], y - middle[1], depth * step[1] - middle[2]]);
  };
  /** @type {Plate[]} */
  const found = [];
  for (let depth = channels.length - 1; depth >= 0; depth -= 1) {
    items.forEach((item, place) => {
      const [corner, right, down] = [at(place, depth, 0, 0), at(place, depth, aspect, 0), at(place, depth, 0, 1)];
      found.push({ item, channel: channels[depth], corner, right: minus(right, corner), down: minus(down, corner) });
    });
  }
  return fitted(found, [width, height], margin);
}

/** @param {Cell} one @param {Cell} other @returns {Cell} */
const minus = (one, other) => [one[0] - other[0], one[1] - other[1]];

/** @param {Plate[]} found @param {Cell} size @param {Margin} margin */
function fitted(found, [width, height], { top, right, bottom, left }) {
  const points = found.flatMap((plate) => outline(plate));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [low, high] = [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]];
  const scale = Math.min((width - left - right) / (high[0] - low[0]), (height - top - bottom) / (high[1] - low[1]));
  const rest = [width - left - right - scale * (high[0] - low[0]), height - top - bottom - scale * (high[1] - low[1])];
  /** @param {Cell} vector @returns {Cell} */
  const times = ([x, y]) => [x * scale, y * scale];
  return found.map((plate) => ({
    ...plate,
    corner: /** @type {Cell} */ ([left + rest[0] / 2 + (plate.corner[0] - low[0]) * scale, top + rest[1] / 2 + (plate.corner[1] - low[1]) * scale]),
    right: times(plate.right),
    down: times(plate.down),
  }));
}

/**
 * The point of a plate at these shares of its columns and rows.
 *
 * @param {Pick<Plate, "corner" | "right" | "down">} plate @param {number} across @param {number} along @returns {Cell}
 */
export function pointOn({ corner, right, down }, across, along) {
  return [corner[0] + right[0] * across + down[0] * along, corner[1] + right[1] * across + down[1] * along];
}

/** The four corners of a part of a plate, given as shares [left, top, right, bottom]. @param {Plate} plate @param {number[]} [part] */
export function outline(plate, [left, top, right, bottom] = [0, 0, 1, 1]) {
  return [[left, top], [right, top], [right, bottom], [left, bottom]].map(([across, along]) => pointOn(plate, across, along));
}

/** The nearest plate under a point, or null. @param {Plate[]} found @param {number} x @param {number} y */
export function plateAt(found, x, y) {
  for (const plate of [...found].reverse()) {
    const [dx, dy] = [x - plate.corner[0], y - plate.corner[1]];
    const area = plate.right[0] * plate.down[1] - plate.right[1] * plate.down[0];
    const across = (dx * plate.down[1] - dy * plate.down[0]) / area;
    const along = (dy * plate.right[0] - dx * plate.right[1]) / area;
    if (across >= 0 && across < 1 && along >= 0 && along < 1) return plate;
  }
  return null;
}
