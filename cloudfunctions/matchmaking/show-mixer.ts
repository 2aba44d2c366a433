import type { PersonId } from '../../types/ids';
import type { MixerView } from '../../types/match-mixer';
import { agree, refuse } from '../../types/result';
import { hasPlace, wasThere } from '../event/mixer-guests';
import { namesByNumber, numberOf } from './badge';
import { barKeyOf } from './ids';
import type { Mixer } from './mixer-records';
import { mixers } from './mixer-records';
import { badgeOf, mixerView } from './mixer-view';
import { mutualAt } from './mutual-at';
import { bars } from './report-records';
import type { Handler } from './scene';
import { otherSide, sideOf } from './two-sides';

/** Two round trips with a badge, five without. */
export const showMixer: Handler<'showMixer'> = async ({ eventId }, { now, personId }) => {
  const mixer = await mixers.get(eventId);
  if (mixer === null) return refuse('mixer-not-found');
  const badge = badgeOf(mixer, personId);
  if (badge !== null) {
    const mutual = await mutualOf(mixer, personId);
    return agree({ mixer: mixerView(mixer, personId, { wasThere: true, mutual }, now) });
  }
  const [came, placed, bar] = await Promise.all([
    wasThere(eventId, personId),
    hasPlace(eventId, personId),
    bars.get(barKeyOf(personId)),
  ]);
  if (!came && !placed) return refuse('not-registered');
  return agree({ mixer: mixerView(mixer, personId, { wasThere: came && bar === null, mutual: [] }, now) });
};

/** Those who chose each other with somebody, by number. One round trip, whatever came of it. */
async function mutualOf(mixer: Mixer, personId: PersonId): Promise<MixerView['mutual']> {
  const names = namesByNumber(mixer);
  const found = await mutualAt(mixer._id, personId);
  return found
    .flatMap((proposal) => {
      const side = sideOf(proposal, personId);
      const number = side === null ? null : numberOf(mixer, proposal[otherSide(side)].personId);
      return number === null ? [] : [{ number, calledName: names.get(number) ?? '', proposalId: proposal._id }];
    })
    .sort((one, other) => one.number - other.number);
}
