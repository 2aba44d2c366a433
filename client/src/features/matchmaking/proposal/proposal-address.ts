import type { ProposalId } from '@contract/ids';

/** The proposal that a page's address names, or null. */
export function proposalIdIn(parameters: Readonly<Record<string, string | undefined>>): ProposalId | null {
  const written = parameters['id'] ?? '';
  return /^q[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as ProposalId) : null;
}
