import type { tapActions } from '../../types/duty-tap';
import { recordTaps } from './record-taps';
import type { HandlersOf } from './scene';
import { showDuty } from './show-duty';

export const tapHandlers: HandlersOf<typeof tapActions> = { showDuty, recordTaps };
