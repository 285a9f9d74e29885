// From the last maps to the answer: what each channel adds to a class's logit, all classes with their probabilities,
// and the arithmetic written out. Looking around never asks the server, unless for the weights of a class that were not
// sent. What a visitor settles on (class, true class, temperature) is told to Python, which keeps it in the address.

import { scaleOver } from "../../kernel/panels.js";
import { makeStage } from "../../kernel/stage.js";
import { logSigmoid, logSoftmax, sumOf } from "./arithmetic.js";
import { buildControls, showControls } from "./controls.js";
import { headClasses, makeClasses, showClasses, sortClasses, tableOfClasses } from "./classes.js";
import { buildChain } from "./chain.js";
import { drawMap } from "./map.js";
import { readout } from "./readout.js";
import { picture } from "./save.js";
import { writeSums } from "./spelled.js";
import { makeTerms, showTerms, tableOfTerms } from "./terms.js";

/** @import { Packed } from "../../kernel/types.d.ts" */
/** @import { Answer, Sum } from "./types.d.ts" */

const NARROW = 700;
const NOTHING = { term: null, hoveredTerm: null, hoveredClass: null };

export default makeStage({ root: ".stage", narrow: NARROW, open, take, draw, mark, describe: readout, table, told, picture });

/** @param {Answer} stage */
function open(stage) {
  Object.assign(stage, { ...NOTHING, unfolded: false, step: null, search: "", payloads: 0 });
  stage.act = {
    chooseClass: (label) => chooseClass(stage, label),
    chooseTerm: (term) => point(stage, { ...NOTHING, term }),
    hoverTerm: (term) => point(stage, { hoveredTerm: term, hoveredClass: null, step: null }),
    hoverClass: (label) => point(stage, { hoveredClass: label, hoveredTerm: null, step: null }),
    explain: (step) => point(stage, { step, hoveredClass: null, hoveredTerm: null }),
    change: (view) => stage.settle(view),
    find: (search) => lookFor(stage, search),
    unfold: () => {
      stage.unfolded = !stage.unfolded;
      writeSums(stage);
      stage.find(".logit .sum button")?.focus();
    },
  };
  makeTerms(stage);
  makeClasses(stage);
}

/** @param {Answer} stage @param {boolean} anew */
function take(stage, anew) {
  if (anew) Object.assign(stage, { ...NOTHING, fresh: true });
  Object.assign(stage, { pictures: new Map(), sums: new Map(), payloads: stage.payloads + 1 });
  stage.mapScale = stage.planes.maps === undefined ? [0, 0] : scaleOver([stage.planes.maps.values]);
  stage.byLogit = sortClasses(stage.planes.logits.values);
  stage.rank = new Map(stage.byLogit.map((label, rank) => [label, rank]));
  buildChain(stage);
  buildControls(stage);
}

/** The sum of a class, null where its weights were not sent. @param {Answer} stage @param {number} label @returns {Sum | null} */
function sumFor({ shown, sums, planes: { values, weights, bias } }, label) {
  const at = shown.indexOf(label);
  if (at < 0) return null;
  /** @param {Packed} plane */
  const row = (plane) => plane.values.subarray(at * plane.shape[1], (at + 1) * plane.shape[1]);
  const sum = sums.get(label) ?? sumOf(values.shape[0] === 1 ? values.values : row(values), row(weights), bias.values[at]);
  sums.set(label, sum);
  return sum;
}

/** @param {Answer} stage */
function draw(stage) {
  stage.softmax = (stage.ending === "sigmoid" ? logSigmoid : logSoftmax)(stage.planes.logits.values, stage.view.temperature);
  stage.sum = sumFor(stage, stage.view.label);
  stage.reach = stage.sum === null ? 0 : Math.abs(stage.sum.products[stage.sum.order[0]]);
  stage.root.classList.toggle("numbers", stage.ending === "none");
  stage.root.classList.toggle("waiting", stage.sum === null);
  showControls(stage);
  headClasses(stage);
}

/** Everything that follows what is pointed at. @param {Answer} stage */
function mark(stage) {
  const label = stage.hoveredClass ?? stage.view.label;
  stage.spelled = { label, sum: sumFor(stage, label) };
  stage.shownTerm = stage.hoveredTerm ?? stage.term ?? stage.sum?.order[0] ?? 0;
  showTerms(stage);
  showClasses(stage);
  if (stage.fresh) stage.classes.reveal(Math.max(0, stage.found.indexOf(stage.view.label)));
  stage.fresh = false;
  drawMap(stage);
  writeSums(stage);
}

/** @param {Answer} stage */
function table(stage) {
  return [...(stage.sum === null ? [] : [tableOfTerms(stage, stage.sum)]), tableOfClasses(stage)];
}

/** @param {Answer} stage @param {Partial<Answer>} change */
function point(stage, change) {
  Object.assign(stage, change);
  stage.soon();
}

/** @param {Answer} stage @param {number} label */
function chooseClass(stage, label) {
  Object.assign(stage, { ...NOTHING, step: null });
  stage.terms.rewind();
  stage.settle({ label });
}

/** The list of classes follows what is typed; the first match is brought to the top. @param {Answer} stage @param {string} search */
function lookFor(stage, search) {
  stage.search = search;
  stage.classes.rewind();
  showClasses(stage);
  stage.find(".classes .scroller").dataset.found = String(stage.found.length);
}

/** @param {Answer} stage */
function told({ view, serial }) {
  return { ...view, serial };
}
