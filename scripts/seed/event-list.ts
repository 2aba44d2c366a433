import type { Days } from './event-days';
import type { EventDraft } from './event-draft';
import { drawn, forFamiliesAndSingles } from './event-gatherings';
import { aboutHealth, atTheCentre } from './event-salons';
import { onTheStreet, over } from './event-streets';

/**
 * Single events around the day on which the demonstration begins. What they are follows the rows D01–D11: the texts name
 * the kinds, the places and who gives them; titles, days and words are made up.
 */
export const eventDrafts = (days: Days): EventDraft[] => [
  ...atTheCentre(days),
  ...forFamiliesAndSingles(days),
  ...aboutHealth(days),
  ...onTheStreet(days),
  ...drawn(days),
  ...over(days),
];
