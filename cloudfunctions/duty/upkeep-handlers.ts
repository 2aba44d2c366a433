import type { upkeepActions } from '../../types/duty-upkeep';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const upkeepHandlers: HandlersOf<typeof upkeepActions> = {
  listTasks: unwritten,
  claimTask: unwritten,
  closeTask: unwritten,
  offerSteward: unwritten,
  listStewardships: unwritten,
  showShelf: unwritten,
  saveShelf: unwritten,
  deliver: unwritten,
  showIncident: unwritten,
  answerSteward: unwritten,
};
