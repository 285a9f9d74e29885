// How far a class falls when each place of the picture is covered.

import type { Cell, Scale, Stage } from "../../kernel/types.d.ts";

interface Own {
  /** What was swept; another one begins at its strongest place. */
  subject: string;
  /** Pixels from one cover to the next. */
  step: number;
  scale: Scale;
  strongest: Cell;
  answers: Record<string, string>[];
  about: Record<"caption" | "scale" | "scale_kept" | "file", string>;
  cell: Cell;
  mix: number;
  /** How large one is drawn, in CSS pixels. */
  pixel: number;
}

export type Sweep = Stage<object, Own>;
