// Opens what the file named first holds, as a stage does, and prints it as JSON.

import { readFileSync } from "node:fs";
import { opened } from "../../viz/stages/kernel/payload.js";

const { planes, ...header } = opened(new Uint8Array(readFileSync(process.argv[2])));
const plain = Object.entries(planes).map(([name, { values, shape }]) => [name, { values: [...values], shape }]);
console.log(JSON.stringify({ header, planes: Object.fromEntries(plain) }));
