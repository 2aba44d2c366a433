import { orderKey } from '../values/order';
import type { Value } from '../values/value';
import { isArray, ownField } from '../values/value';
import type { Check, Keyword } from './json-schema-keywords';
import { flagOperand, objectOperand, wholeOperand } from './json-schema-keywords';

/** Keywords about arrays. */
export const arrayKeywords: Readonly<Record<string, Keyword>> = {
  minItems: (operand, { name }) => {
    const least = wholeOperand(operand, name);
    return aboutArrays((items) => items.length >= least);
  },
  maxItems: (operand, { name }) => {
    const most = wholeOperand(operand, name);
    return aboutArrays((items) => items.length <= most);
  },
  uniqueItems: (operand, { name }) =>
    flagOperand(operand, name)
      ? aboutArrays((items) => new Set(items.map((item) => orderKey(item).toString('latin1'))).size === items.length)
      : undefined,

  items: (operand, { name, read }) => {
    if (!isArray(operand)) {
      const check = read(objectOperand(operand, name));
      return aboutArrays((items) => items.every(check));
    }
    const checks = operand.map((item) => read(objectOperand(item, name)));
    return aboutArrays((items) => checks.every((check, at) => at >= items.length || check(items[at] ?? null)));
  },

  additionalItems: (operand, { name, schema, read }) => {
    const check = typeof operand === 'boolean' ? () => operand : read(objectOperand(operand, name));
    const listed = ownField(schema, 'items');
    // Where one schema is for all items, none of them is additional.
    return isArray(listed) ? aboutArrays((items) => items.slice(listed.length).every(check)) : undefined;
  },
};

function aboutArrays(check: (items: readonly Value[]) => boolean): Check {
  return (value) => !isArray(value) || check(value);
}
