import type { tapActions } from '../../types/duty-tap';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const tapHandlers: HandlersOf<typeof tapActions> = {
  showDuty: unwritten,
  recordTaps: unwritten,
};
