/** Stands in for every style sheet: a class is called what it is called in the source. */
const classNames: Readonly<Record<string, string>> = new Proxy({}, { get: (_, name) => String(name) });

// Style sheets are imported by default.
// eslint-disable-next-line import-x/no-default-export
export default classNames;
