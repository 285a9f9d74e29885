// The text of a script that runs in a thread of its own, made one with all it imports; build.mjs gives it.

declare module "*?worker" {
  const text: string;
  export default text;
}
