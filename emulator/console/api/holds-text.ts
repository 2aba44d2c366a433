/**
 * Whether a text occurs in some value of a stored document, whatever its case; a number has to be the whole number, an
 * instant begins so in its ISO form. Names of fields do not count.
 *
 * @param stored canonical EJSON
 */
export function holdsText(stored: string, text: string): boolean {
  const wanted = text.toLowerCase();
  const inside = JSON.stringify(wanted).slice(1, -1);
  // Most documents are told apart without being read.
  if (!looksLikeInstant.test(text) && !stored.toLowerCase().includes(inside)) return false;
  return valueHolds(JSON.parse(stored), wanted);
}

const looksLikeInstant = /^\d{4}-/;

function valueHolds(value: unknown, wanted: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(wanted);
  if (typeof value === 'boolean' || value === null) return String(value) === wanted;
  if (Array.isArray(value)) return value.some((item) => valueHolds(item, wanted));
  if (typeof value !== 'object') return false;
  const fields = Object.entries(value);
  const [first] = fields;
  if (first !== undefined && fields.length === 1 && first[0].startsWith('$'))
    return tagHolds(first[0], first[1], wanted);
  return fields.some(([, inner]) => valueHolds(inner, wanted));
}

function tagHolds(tag: string, held: unknown, wanted: string): boolean {
  if (tag.startsWith('$number')) return String(held) === wanted || String(Number(held)) === wanted;
  if (tag === '$date') {
    const at = new Date(Number((held as { $numberLong?: unknown } | null)?.$numberLong));
    return (
      looksLikeInstant.test(wanted) && !Number.isNaN(at.getTime()) && at.toISOString().toLowerCase().startsWith(wanted)
    );
  }
  return valueHolds(held, wanted);
}
