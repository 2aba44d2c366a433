import type { rosterActions } from '../../types/duty-roster';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const rosterHandlers: HandlersOf<typeof rosterActions> = {
  showRoster: unwritten,
  previewRoster: unwritten,
  saveRoster: unwritten,
  showSittings: unwritten,
};
