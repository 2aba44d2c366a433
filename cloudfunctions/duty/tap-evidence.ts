import type { DutyEvidence } from '../../types/duty-kind';
import type { TapRefusal } from '../../types/duty-tap';
import type { DistanceBand } from '../../types/evidence';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';

/** A changing code that arrives later was perhaps sent on by somebody who was there. Milliseconds. */
export const PROMPT_MS = 60_000;

/** What was read of a code, as at the moment of the tap. */
export type CodeSeen = 'rotating' | 'printed' | 'expired' | 'unreadable' | 'other-station';

export type Shown = {
  /** null: no code was shown. */
  readonly code: CodeSeen | null;
  readonly band: DistanceBand;
  /** Somebody else is on duty there, who shows the code. */
  readonly isWitnessed: boolean;
  /** It arrived within a minute. */
  readonly isPrompt: boolean;
};

/**
 * What a tap of coming or leaving rests on.
 *
 * | code                     | the phone says            | coming          | leaving         |
 * |--------------------------|---------------------------|-----------------|-----------------|
 * | changing, in time        | near                      | rotating-code   | the same        |
 * | changing, in time        | nothing; somebody else is on duty | rotating-code | the same        |
 * | changing, in time        | nothing; nobody else is   | door-code       | the same        |
 * | changing, in time        | far                       | door-code       | the same        |
 * | changing, came too late  | near                      | code-and-near   | the same        |
 * | changing, came too late  | nothing, or far           | door-code       | the same        |
 * | printed                  | near                      | code-and-near   | the same        |
 * | printed                  | nothing, or far           | door-code       | the same        |
 * | none                     | near                      | near            | near            |
 * | none                     | far                       | `too-far`       | tap             |
 * | none                     | nothing                   | `evidence-needed` | tap           |
 * | another station's        | anything                  | `other-station` | the same        |
 * | old, read just now       | anything                  | `code-expired`  | the same        |
 * | not one of ours          | anything                  | `code-unreadable` | the same      |
 *
 * Near: at the door, or within a kilometre as a fuzzy fix says. A changing code in the hands of whoever is alone on duty
 * proves only that they hold it, and one that a colleague sent to a phone which is far away proves no more; but a phone's
 * fix may be wrong, and nobody is kept from coming or leaving.
 */
export function tapEvidence(
  { code, band, isWitnessed, isPrompt }: Shown,
  way: 'in' | 'out',
): Result<DutyEvidence, TapRefusal> {
  const isNear = band === 'at-the-door' || band === 'near';
  if (code === 'other-station') return refuse('other-station');
  if (code === 'unreadable') return refuse('code-unreadable');
  // Read a while ago by a phone whose clock is off: it was one of this station's, and says no more than that.
  if (code === 'expired' && isPrompt) return refuse('code-expired');
  if (code === 'rotating' && isPrompt && (isNear || (isWitnessed && band !== 'far'))) return agree('rotating-code');
  if (code === 'rotating' && isPrompt) return agree('door-code');
  if (code !== null) return agree(isNear ? 'code-and-near' : 'door-code');
  if (isNear) return agree('near');
  if (way === 'out') return agree('tap');
  return refuse(band === 'far' ? 'too-far' : 'evidence-needed');
}
