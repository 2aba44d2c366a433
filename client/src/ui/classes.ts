type Part = string | false | null | undefined;

/** `const at = classes(styles)`, then `className={at('row', last && 'last')}`. */
export const classes =
  (names: Readonly<Record<string, string>>) =>
  (...parts: readonly Part[]): string =>
    parts
      .filter((part) => typeof part === 'string')
      .map((part) => names[part] ?? '')
      .join(' ');
