import type { sittingActions } from '../../types/match-sitting';
import { bookSitting } from './book-sitting';
import { callOffDay } from './call-off-day';
import { cancelSitting } from './cancel-sitting';
import { listSittings } from './list-sittings';
import { markSitting } from './mark-sitting';
import { saveStudio } from './save-studio';
import type { HandlersOf } from './scene';
import { showDay } from './show-day';
import { showStudio } from './show-studio';

export const sittingHandlers: HandlersOf<typeof sittingActions> = {
  listSittings,
  bookSitting,
  cancelSitting,
  showDay,
  markSitting,
  callOffDay,
  showStudio,
  saveStudio,
};
