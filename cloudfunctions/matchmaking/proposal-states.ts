import type { ProposalState } from '../../types/match-kind';

/**
 * The whole life of a proposal. `reveal` is both having said yes at its instant; `end` is everything else: a no, no
 * answer, leaving, taking back, the matchmaker's withdrawal. Nothing is kept of which it was.
 */
export const proposalSteps = {
  open: { reveal: 'mutual', end: 'ended' },
  mutual: { end: 'ended' },
  ended: {},
} as const satisfies Record<ProposalState, Partial<Record<string, ProposalState>>>;
export type ProposalStep = { [State in ProposalState]: keyof (typeof proposalSteps)[State] }[ProposalState];

/** The state that a step leads to; null where there is no such step. */
export const proposalStepped = (state: ProposalState, step: ProposalStep): ProposalState | null =>
  (proposalSteps[state] as Partial<Record<ProposalStep, ProposalState>>)[step] ?? null;

/** What can still end: there is something to erase in it. */
export const endable = ['open', 'mutual'] as const satisfies readonly ProposalState[];
