import { agree } from '../../types/result';
import type { Handler } from './scene';
import { daysOf } from './series-days';

/** One round trip, for who asks. */
export const previewSeries: Handler<'previewSeries'> = ({ rule }) => {
  const { days, leftOut } = daysOf(rule);
  return Promise.resolve(agree({ days: [...days], leftOut: [...leftOut] }));
};
