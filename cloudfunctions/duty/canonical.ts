/**
 * One text for one value, in whatever order a store hands its fields out. Half a sign, as a field leaves it that cuts a
 * picture sign in two, is stored as U+FFFD: so it is read here before it is stored, too.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'string') return JSON.stringify(Buffer.from(value).toString());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
