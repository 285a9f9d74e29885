// Shapes: the length of each axis.

/** How many numbers there are in it. @param {number[]} shape */
export const sizeOf = (shape) => shape.reduce((product, length) => product * length, 1);
