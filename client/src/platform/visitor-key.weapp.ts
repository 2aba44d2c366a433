import type { VisitorKey } from '@contract/evidence';

/** WeChat says who is asking. */
export const visitorKey = (): Promise<VisitorKey | null> => Promise.resolve(null);
