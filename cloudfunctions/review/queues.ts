import type { Standing } from '../member/standing';

/** The queues somebody works on: of their unions, and of the heads of those unions' stations. */
export const queuesOf = (standing: Standing): string[] => [
  ...standing.unionsAs(['clerk', 'administrator']),
  ...standing.unionsAs(['station-head']).map((unionId) => `head:${unionId}`),
];
