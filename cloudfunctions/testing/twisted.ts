/** What no action was meant to be sent. `path` is a place in a document of the domain, as it would be named in an update. */
const nasty = (path: string): readonly unknown[] => [
  ...[null, true, -1, 1e300, 0.5, '', '__proto__', 'constructor', path, '$where', '../../x'],
  ...['<img src=x onerror=alert(1)>', '\u0000\u202e\u2028', '界'.repeat(5_000), "' || '1'=='1"],
  ...[{ $gt: '' }, { $ne: null }, { __proto__: { isAdmin: true } }, [], [{ $gt: '' }], { length: 1e9 }],
];

/**
 * Every input in which one part, however deep, is something else; and some with more in it than was asked for.
 *
 * @param wish a place in the domain's documents, and a state that somebody would like to have
 */
export function* twisted(input: unknown, wish: { readonly path: string; readonly state: string }): Generator {
  yield* nasty(wish.path);
  if (input === null || typeof input !== 'object') return;
  const parts = Object.entries(input);
  for (const [key, part] of parts)
    for (const bad of twisted(part, wish))
      yield Array.isArray(input)
        ? (input as readonly unknown[]).map((one, nth) => (String(nth) === key ? bad : one))
        : { ...input, [key]: bad };
  if (Array.isArray(input) || parts.length === 0) return;
  const more: unknown = JSON.parse(
    JSON.stringify(input).replace('{', `{"__proto__":{"state":"${wish.state}"},"$where":"1",`),
  );
  yield more;
  for (const [key] of parts) yield Object.fromEntries(parts.filter(([other]) => other !== key));
}
