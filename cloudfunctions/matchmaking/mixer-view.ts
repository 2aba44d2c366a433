import type { PersonId } from '../../types/ids';
import type { MixerView } from '../../types/match-mixer';
import type { EpochMs } from '../../types/time';
import { namesByNumber, numberOf } from './badge';
import type { Badge, Mixer } from './mixer-records';
import { handsOut, isChoosing } from './mixer-times';
import { openedChoices } from './sealed-choices';

export const badgeOf = ({ badges }: Pick<Mixer, 'badges'>, personId: PersonId): Badge | null =>
  Object.hasOwn(badges, personId) ? (badges[personId] ?? null) : null;

/**
 * A mixer as one of its guests reads it: the others by number while cards are there, one's own card while it can be
 * changed, and of what others chose nothing but `mutual`.
 *
 * @param wasThere whether a number may be theirs
 */
export function mixerView(
  mixer: Mixer,
  personId: PersonId,
  { wasThere, mutual }: { readonly wasThere: boolean; readonly mutual: MixerView['mutual'] },
  now: EpochMs,
): MixerView {
  const { _id, title, studioName, state, endsAt, choosesUntil } = mixer;
  const badge = badgeOf(mixer, personId);
  const number = badge === null ? null : numberOf(mixer, personId);
  return {
    eventId: _id,
    title,
    studioName,
    state,
    endsAt,
    choosesUntil,
    number,
    mayTakeBadge: wasThere && handsOut(mixer, now),
    others: number === null || state !== 'choosing' ? [] : othersOf(mixer, number),
    choices:
      badge === null || badge.choices === null || !isChoosing(mixer, now)
        ? []
        : openedChoices(_id, personId, badge.choices),
    mutual: state === 'told' ? mutual : [],
  };
}

const othersOf = (mixer: Mixer, own: number): MixerView['others'] =>
  [...namesByNumber(mixer)]
    .filter(([number]) => number !== own)
    .map(([number, calledName]) => ({ number, calledName }));
