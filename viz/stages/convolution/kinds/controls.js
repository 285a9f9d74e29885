// The buttons of a board: play and pause, one step back or on, and the picture to keep.

/** @import { Board } from "./types.d.ts" */

const NAMES = ["back", "play", "forward", "save"];

/** Makes the buttons once a language; `act` has a function for each. @param {Board} board @param {Record<string, () => void>} act */
export function buildControls(board, act) {
  const bar = board.find(".controls");
  board.act = act;
  if (bar.dataset.words !== board.words.play) {
    bar.dataset.words = board.words.play;
    bar.setAttribute("aria-label", board.words.controls);
    bar.replaceChildren(...NAMES.map((name) => makeButton(board, name)));
  }
  showControls(board);
}

/** @param {Board} board @param {string} name */
function makeButton(board, name) {
  const button = document.createElement("button");
  button.className = name;
  button.type = "button";
  button.onclick = () => board.act[name]();
  button.append(board.words[name === "save" ? "save_png" : name]);
  return button;
}

/** Says what the button will do: play, or pause while it plays. @param {Board} board */
export function showControls(board) {
  board.find(".controls .play").textContent = board.playing ? board.words.pause : board.words.play;
}
