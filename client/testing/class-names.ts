/** Stands in for every style sheet: a class is called what it is called in the source. */
const classNames: Readonly<Record<string, string>> = new Proxy(
  {},
  { get: (_, name) => (name === '__esModule' ? false : String(name)) },
);

export = classNames;
