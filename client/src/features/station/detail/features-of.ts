import type { Feature } from '@contract/station-kind';
import type { Offer } from '@contract/station-view';
import { featureCodes } from '../offer-words';

/** What kinds of station it is, among all that it offers. */
export const featuresOf = (offers: readonly Offer[]): readonly Feature[] =>
  featureCodes.filter((code) => offers.includes(code));
