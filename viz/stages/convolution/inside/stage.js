// An output channel of a convolution taken apart: input map × kernel slice = part, part after part to the sum, the bias,
// and the captured maps after it. Worked out once per payload; looking around never asks the server. What a visitor
// settles on (position, input channel, order, how many parts are added) is told to Python, which keeps it in the address.

import { tableOfLines } from "../../kernel/cells.js";
import { bindKeys, press } from "../../kernel/keys.js";
import { tablesOf } from "../../kernel/panels.js";
import { bindPointer } from "../../kernel/pointer.js";
import { makeStage } from "../../kernel/stage.js";
import { put } from "../../kernel/text.js";
import { say } from "../../kernel/scale.js";
import { drawFigures, makeFigures, markFigures } from "./build.js";
import { buildControls, showControls } from "./controls.js";
import { bringIntoSight, drawList, layOutList, markList, nameOf, planeOf } from "./list.js";
import { prepareMaps, scaleOfSums } from "./maps.js";
import { listUnit, unitOf } from "./pointing.js";
import { picture } from "./save.js";
import { titleOf, writeSums } from "./spelled.js";
import { arrangeParts, contributions, runningSum, sizesOf, takeApart } from "./sums.js";

/** @import { Actions, Inside, Pointed } from "./types.d.ts" */

const REST = 120; // milliseconds after another channel has been drawn
const PACE = 2.5; // steps a second while playing
const MOST_STEPS = 48; // of one play, however many parts there are
const NARROW = 700;

export default makeStage({
  ...{ root: ".stage", narrow: NARROW, relays: true, onWhite: true },
  ...{ open, take, plays, draw, mark, describe, aloud, table, told, drawn, picture },
});

/** @param {Inside} stage */
function open(stage) {
  const { root, find } = stage;
  stage.unfolded = {};
  stage.rewrite = () => writeSums(stage, unitOf(stage));
  bindPointer(find(".sheet"), {
    at: (event) => listUnit(stage, event),
    look: (unit) => stage.hover(unit),
    choose: (unit) => choose(stage, unit),
  });
  const scroller = find(".scroller");
  scroller.onscroll = () => drawRows(stage);
  bindKeys(scroller, {
    layout: () => ({ kind: "list", count: stage.order.length, page: Math.max(1, Math.floor(stage.list.height / stage.list.row)) }),
    at: () => stage.order.indexOf(unitOf(stage).part),
    go: (place) => goTo(stage, place),
  });
  root.onkeydown = (event) => {
    const pressed = /** @type {Element} */ (event.composedPath()[0]);
    if (!["BUTTON", "SELECT"].includes(pressed.tagName)) press({ keys: { " ": actions(stage).play } }, event);
  };
}

/** @param {Inside} stage @param {boolean} anew */
function take(stage, anew) {
  const first = stage.parts === undefined;
  stage.player.drop();
  stage.hovered = null;
  stage.parts = takeApart(stage);
  stage.sizes = sizesOf(stage.parts);
  stage.paint = prepareMaps(stage);
  makeFigures(stage, {
    point: (panel, row, column, clicked) => (clicked ? choose(stage, { row, column }) : stage.hover({ panel, row, column })),
    rest: () => stage.hover(null),
    at: () => [stage.view.row, stage.view.column],
  });
  buildControls(stage, actions(stage));
  // Another channel is on stage: what else the page says of it follows once nobody is turning the pages.
  if (anew && !first) stage.tellSoon(REST);
}

/** @param {Inside} stage @returns {Actions} */
function actions(stage) {
  return {
    play: stage.player.toggle,
    step: (by) => addUpByHand(stage, stage.view.added + by),
    show: (count) => addUpByHand(stage, count),
    order: (order) => {
      stage.settle({ order });
      stage.find(".scroller").scrollTop = 0;
    },
    save: stage.save,
  };
}

/** @param {Inside} stage */
function draw(stage) {
  arrange(stage);
  layOutList(stage);
  drawSum(stage);
}

/** The order of the parts, which a position only changes when it is settled on: rows must not jump under a pointer. @param {Inside} stage */
function arrange(stage) {
  const { parts, view } = stage;
  const sizes = view.order === "size" ? stage.sizes : null;
  stage.order = arrangeParts(parts.length, view.order === "contribution" ? contributions(parts, view.row, view.column) : sizes);
  stage.sumScale = scaleOfSums(stage);
}

/** @param {Inside} stage */
function drawSum(stage) {
  stage.sum = runningSum(stage.parts, stage.order, stage.view.added, stage.bias);
  showControls(stage);
  drawFigures(stage);
  drawList(stage);
}

/** @param {Inside} stage */
function drawRows(stage) {
  if (stage.here === undefined) return;
  drawList(stage);
  markList(stage, unitOf(stage));
}

/** Everything that follows the unit pointed at, or else the chosen one. @param {Inside} stage */
function mark(stage) {
  const unit = unitOf(stage);
  stage.here = contributions(stage.parts, unit.row, unit.column);
  stage.reach = stage.here.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  markFigures(stage, unit);
  markList(stage, unit);
  writeSums(stage, unit);
}

/** The value under the pointer in words; without one, what the chosen input channel contributes. @param {Inside} stage */
function describe(stage) {
  const { words, parts, panels, here, layer, channel } = stage;
  const unit = unitOf(stage);
  const place = { row: unit.row, column: unit.column, name: nameOf(stage, unit.part), layer, channel };
  /** @param {import("../../kernel/types.d.ts").Plane} plane @param {number} row @param {number} column */
  const valueIn = ({ values, columns }, row, column) => say(values[row * columns + column], 0);
  if (unit.cell && unit.kind) {
    const [row, column] = unit.cell;
    return put(words[`read_${unit.kind}`], { ...place, value: valueIn(planeOf(parts[unit.part], unit.kind), row, column), row, column });
  }
  const panel = panels.find(({ key }) => key === unit.panel);
  if (panel) return put(words.read_map, { ...place, value: valueIn(panel, unit.row, unit.column), map: panel.label, note: panel.note });
  return put(words.read_parts, { ...place, value: say(here[unit.part], 0) });
}

/** What is pointed at; how far the parts are added up, and to what. @param {Inside} stage */
function aloud(stage) {
  const { panels: [sum], view } = stage;
  return [describe(stage), `${sum.label}, ${sum.note}: ${say(sum.values[view.row * sum.columns + view.column], 0)}`];
}

/** What every part contributes in the order on stage, the bias, and the sum with the maps after it. @param {Inside} stage */
function table(stage) {
  const { words, shared, order, here, panels, bias } = stage;
  const { part, row, column } = unitOf(stage);
  const parts = tableOfLines(shared, titleOf(stage), [words.table_input, words.head_bar], {
    ...{ count: order.length, at: order.indexOf(part) },
    line: (at) => [nameOf(stage, order[at]), say(here[order[at]], 0)],
  });
  if (bias !== 0) parts.rows.push([words.table_bias, say(bias, 0)]);
  return [parts, ...tablesOf(shared, panels, { at: () => [row, column], read: ({ values }, at) => say(values[at], 0) })];
}

/**
 * Settles on what was pointed at; the part that stands for all others has no products to show, and isn't chosen.
 *
 * @param {Inside} stage @param {Pointed} unit
 */
function choose(stage, unit) {
  stage.hovered = null;
  const { row, column } = { ...stage.view, ...unit };
  const number = unit.part === undefined ? null : stage.parts[unit.part].number;
  stage.settle({ row, column, input_channel: number ?? stage.view.input_channel });
}

/** Keys lead along the parts in the order on stage. @param {Inside} stage @param {number} place */
function goTo(stage, place) {
  const part = stage.order[place];
  if (stage.parts[part].number === null) return;
  choose(stage, { part });
  bringIntoSight(stage, stage.order.indexOf(part));
}

/** @param {Inside} stage */
function told({ layer, channel, view }) {
  return { layer, channel, ...view };
}

/** @param {Inside} stage */
function drawn({ layer, channel }) {
  return `${layer} ${channel}`;
}

/** Adds up the first `count` parts in the order on stage, and brings the last of them into sight. @param {Inside} stage @param {number} count */
function addUp(stage, count) {
  stage.view.added = Math.max(0, Math.min(stage.parts.length, count));
  stage.hovered = null;
  bringIntoSight(stage, Math.max(0, stage.view.added - 1));
  drawSum(stage);
  stage.follow();
}

/** @param {Inside} stage @param {number} count */
function addUpByHand(stage, count) {
  stage.player.stop();
  addUp(stage, count);
  stage.tellSoon();
}

/** @param {Inside} stage @returns {import("../../kernel/player.js").Play} */
function plays(stage) {
  return {
    begin: () => {
      if (stage.view.added === stage.parts.length) addUp(stage, 0);
      return false;
    },
    advance: (steps) => {
      const count = stage.parts.length;
      addUp(stage, stage.view.added + steps * Math.ceil(count / MOST_STEPS));
      return stage.view.added < count;
    },
    pace: () => PACE,
    started: () => showControls(stage),
    stopped: () => {
      showControls(stage);
      stage.follow();
      stage.tellSoon();
    },
  };
}
