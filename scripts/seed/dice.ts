/** Numbers that look drawn and are always the same for the same text: a demonstration that anybody can make again. */
export type Dice = {
  /** From 0 up to, but without, 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  among<Item>(list: readonly Item[]): Item;
  oneIn(times: number): boolean;
};

export function diceOf(text: string): Dice {
  let state = seedOf(text);
  // mulberry32: 32 bits of state are plenty for a few dozen throws a station.
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    between,
    among: (list) => {
      const [first] = list;
      if (first === undefined) throw new Error(`Nothing to choose from for ${text}.`);
      return list[between(0, list.length - 1)] ?? first;
    },
    oneIn: (times) => fraction() < 1 / times,
  };
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
