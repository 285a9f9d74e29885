// The pictures of a batch in a row.

import type { Kernel } from "../../kernel/types.d.ts";

export interface Picture {
  key: string;
  label: string;
}

export interface Strip extends Pick<Kernel<never>, "planes" | "words"> {
  root: HTMLElement;
  received: Uint8Array | null;
  awaited?: unknown;
  /** Where the focus goes once a picture dropped by a key has gone. */
  focus: number | null;
  pictures: Picture[];
  most: number;
  tell(key: string): void;
}
