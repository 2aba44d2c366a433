import type { safetyActions } from '../../types/match-safety';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const safetyHandlers: HandlersOf<typeof safetyActions> = {
  listReports: unwritten,
  showReport: unwritten,
  decideReport: unwritten,
};
