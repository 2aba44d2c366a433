import type { Condition, Test } from './condition';
import type { Order } from './plan';

/**
 * What a query asks, without a single value: `state equal, at above; sort at -1`. Two queries of one shape are served
 * by the same index; what was asked for may be personal data and stays out of every list.
 */
export function shapeOf(condition: Condition, order: Order): string {
  const parts = [partsOf(condition), order.map(([field, direction]) => `sort ${field} ${direction}`).join(', ')];
  return parts.filter((part) => part !== '').join('; ') || 'everything';
}

function partsOf(condition: Condition): string {
  switch (condition.at) {
    case 'field':
      return `${condition.path} ${testOf(condition.test)}`;
    case 'document':
      return condition.operator;
    case 'and':
      return condition.parts.map(partsOf).join(', ');
    case 'or':
    case 'nor':
      return `${condition.at}(${[...new Set(condition.parts.map(partsOf))].join(' | ')})`;
  }
}

function testOf(test: Test): string {
  if (test.is === 'element') return `element(${partsOf(test.condition)})`;
  return test.is === 'not' ? `not ${test.tests.map(testOf).join(' ')}` : test.is;
}
