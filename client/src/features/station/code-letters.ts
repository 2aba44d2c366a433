/** `7K2M 9Q4T 03XYZ 8HJKM`: in groups that can be read out; the first letter and the dots need not be typed. */
export const lettersShown = (code: string): string => letterGroups(code).join(' ');

/** The groups by themselves, where a line may only break between two of them. */
export function letterGroups(code: string): readonly string[] {
  const [, door = '', proof = ''] = /^\w\.([^.]+)\.([^.]+)$/.exec(code) ?? [];
  return door === '' ? [code] : [...halves(door), ...halves(proof)];
}

const halves = (text: string): readonly string[] => {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
};
