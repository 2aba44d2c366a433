import type { SelfView } from '@contract/member';

/** Where one stands with the union, as far as the first page is concerned. */
export type Situation =
  | 'visitor'
  | 'not-joined'
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'refused'
  | 'withdrawn'
  | 'member'
  | 'suspended'
  | 'left';

/** The card says whether one is a member; only where there is none does the application count. */
export function situationOf(self: SelfView): Situation {
  switch (self.card) {
    case 'active':
    case 'transferring':
    case 'retained':
      return 'member';
    case 'suspended':
      return 'suspended';
    case 'left':
      return self.enrolment === null || self.enrolment === 'approved' ? 'left' : self.enrolment;
    case 'pending':
    case null:
      return applying(self.enrolment);
  }
}

function applying(enrolment: SelfView['enrolment']): Situation {
  if (enrolment === null) return 'not-joined';
  // Approved a moment ago, and the card not yet there.
  return enrolment === 'approved' ? 'submitted' : enrolment;
}

export const keepsTheRoll = (self: SelfView): boolean =>
  self.roles.some(({ role }) => role === 'clerk' || role === 'administrator');

/** Stations have their own people: whoever heads one, and whoever is on duty there. */
export const tendsStations = (self: SelfView): boolean => self.roles.some(({ role }) => role !== 'matchmaker');

export const matchmakes = (self: SelfView): boolean => self.roles.some(({ role }) => role === 'matchmaker');

/** Somebody with any role for the union has work there. */
export const works = (self: SelfView): boolean => self.roles.length > 0;

/** Who answers what waits, for people or for stations. */
export const answersCases = (self: SelfView): boolean =>
  self.roles.some(({ role }) => role === 'station-head' || role === 'clerk' || role === 'administrator');

export const administers = (self: SelfView): boolean => self.roles.some(({ role }) => role === 'administrator');

/** Who publishes events, and reads who is coming. */
export const holdsEvents = answersCases;
