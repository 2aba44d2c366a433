// A mini-program has no browser's defaults to undo.
export {};
