import type { mixerActions } from '../../types/match-mixer';
import { leaveMixer } from './leave-mixer';
import { listMixers } from './list-mixers';
import { openCards } from './open-cards';
import { openMixer } from './open-mixer';
import { saveChoices } from './save-choices';
import type { HandlersOf } from './scene';
import { showMixer } from './show-mixer';
import { takeBadge } from './take-badge';

export const mixerHandlers: HandlersOf<typeof mixerActions> = {
  showMixer,
  takeBadge,
  saveChoices,
  leaveMixer,
  listMixers,
  openMixer,
  openCards,
};
