/**
 * What gives nothing back once it has matched, `(?>a*)` and `a*+`: a look ahead, which is never gone back into, and
 * then what it saw.
 *
 * What it saw needs a group of its own. So that this moves none of the pattern's groups, all of them have names then.
 */
export function atomic(number: number): { readonly open: string; readonly close: string } {
  return { open: `(?:(?=(?<_a${number}>`, close: `))\\k<_a${number}>)` };
}

/** What the group is called that the pattern knows by a number only, counted from one. */
export function nameOf(group: number): string {
  return `_g${group}`;
}

/** A regular expression that finds only the groups of these names, in this order. */
export function withGroups(regex: RegExp, names: readonly string[]): RegExp {
  const whole = regex.exec.bind(regex);
  const exec = (text: string): RegExpExecArray | null => {
    const found = whole(text);
    // As in every find of JavaScript's, what took no part is undefined.
    found?.splice(1, found.length, ...names.map((name) => found.groups?.[name] as string));
    return found;
  };
  return Object.defineProperty(regex, 'exec', { value: exec, configurable: true });
}
