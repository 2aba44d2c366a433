/**
 * Whether a text can be the path of a page. Which pages a mini-program has is not known here.
 *
 * @param form a leading slash is right in links and wrong elsewhere; a query is wrong where it has an argument of its own
 */
export function isPage(value: unknown, form: 'with query' | 'without query' | 'link'): value is string {
  if (typeof value !== 'string' || value === '') return false;
  const [path = '', ...queries] = value.split('?');
  if (queries.length > (form === 'with query' ? 1 : 0)) return false;
  return /^[\w.-]+(\/[\w.-]+)*$/.test(form === 'link' ? path.replace(/^\//, '') : path);
}
