import { dutyContract } from '../../types/duty';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { boardHandlers } from './board-handlers';
import { hoursHandlers } from './hours-handlers';
import { rosterHandlers } from './roster-handlers';
import { shiftHandlers } from './shift-handlers';
import { sweepHandlers } from './sweep-handlers';
import { tapHandlers } from './tap-handlers';
import { upkeepHandlers } from './upkeep-handlers';

export const main = serve(
  'duty',
  dutyContract,
  {
    ...rosterHandlers,
    ...shiftHandlers,
    ...tapHandlers,
    ...hoursHandlers,
    ...upkeepHandlers,
    ...boardHandlers,
    ...sweepHandlers,
  },
  standingOf,
);
