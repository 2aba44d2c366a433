import type { DutyEvidence } from '../../types/duty-kind';
import { dutyEvidences } from '../../types/duty-kind';

/** 0 is the strongest. */
const rank = (evidence: DutyEvidence): number => dutyEvidences.indexOf(evidence);

export const weaker = (one: DutyEvidence, other: DutyEvidence): DutyEvidence =>
  rank(one) >= rank(other) ? one : other;

export const stronger = (one: DutyEvidence, other: DutyEvidence): DutyEvidence =>
  rank(one) <= rank(other) ? one : other;

/** Whether it is as strong as another, or stronger. */
export const isAtLeast = (evidence: DutyEvidence, least: DutyEvidence): boolean => rank(evidence) <= rank(least);
