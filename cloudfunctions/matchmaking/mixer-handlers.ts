import type { mixerActions } from '../../types/match-mixer';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const mixerHandlers: HandlersOf<typeof mixerActions> = {
  showMixer: unwritten,
  takeBadge: unwritten,
  saveChoices: unwritten,
  leaveMixer: unwritten,
  listMixers: unwritten,
  openMixer: unwritten,
  openCards: unwritten,
};
