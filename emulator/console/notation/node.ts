/** A value as somebody wrote it: fields in their order, numbers digit by digit, nothing lost to JavaScript's own types. */
export type Node =
  | { readonly is: 'object'; readonly fields: readonly Field[] }
  | { readonly is: 'array'; readonly items: readonly Node[] }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly digits: string }
  | { readonly is: 'word'; readonly word: 'true' | 'false' | 'null' };

export type Field = readonly [name: string, value: Node];

/** `{"$oid": "…"}`: a value that EJSON writes as an object with one name. */
export function tagged(tag: string, value: Node): Node {
  return { is: 'object', fields: [[tag, value]] };
}

export function textNode(text: string): Node {
  return { is: 'text', text };
}

/** The tag and what it holds, where an object has one name and that begins with `$`. */
export function tagOf(node: Node): Field | undefined {
  if (node.is !== 'object' || node.fields.length !== 1) return undefined;
  const [field] = node.fields;
  return field?.[0].startsWith('$') === true ? field : undefined;
}
