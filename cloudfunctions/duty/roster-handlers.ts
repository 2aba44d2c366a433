import type { rosterActions } from '../../types/duty-roster';
import { previewRoster } from './preview-roster';
import { saveRoster } from './save-roster';
import type { HandlersOf } from './scene';
import { showRoster } from './show-roster';
import { showSittings } from './show-sittings';

export const rosterHandlers: HandlersOf<typeof rosterActions> = {
  showRoster,
  previewRoster,
  saveRoster,
  showSittings,
};
