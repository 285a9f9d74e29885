// @ts-nocheck
// The buttons of a board: play and pause, one step back or on, and the picture to keep.

import { savePicture } from "../../kernel/snapshot.js";

const NAMES = ["back", "play", "forward", "save"];

/** Makes the buttons once a language; `act` has a function for each. */
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

function makeButton(board, name) {
  const button = document.createElement("button");
  button.className = name;
  button.type = "button";
  button.onclick = () => board.act[name]();
  button.append(board.words[name === "save" ? "save_png" : name]);
  return button;
}

/** Says what the button will do: play, or pause while it plays. */
export function showControls(board) {
  board.find(".controls .play").textContent = board.playing ? board.words.pause : board.words.play;
}

/** Saves what is on stage as one picture. */
export function save(board) {
  const figures = [...board.root.querySelectorAll("figure")].map((figure) => ({
    canvases: [...figure.querySelectorAll("canvas")],
    caption: figure.querySelector("figcaption").textContent,
  }));
  savePicture(board.root, `${board.captions.file}.png`, board.captions.title, figures);
}
