import { matchmakingContract } from '../../types/matchmaking';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { benchHandlers } from './bench-handlers';
import { makeSittings } from './make-sittings';
import { mixerHandlers } from './mixer-handlers';
import { profileHandlers } from './profile-handlers';
import { proposalHandlers } from './proposal-handlers';
import { proposingHandlers } from './proposing-handlers';
import { safetyHandlers } from './safety-handlers';
import { sittingHandlers } from './sitting-handlers';
import { sweepMatches } from './sweep-matches';

export const main = serve(
  'matchmaking',
  matchmakingContract,
  {
    ...profileHandlers,
    ...sittingHandlers,
    ...proposalHandlers,
    ...benchHandlers,
    ...proposingHandlers,
    ...mixerHandlers,
    ...safetyHandlers,
    makeSittings,
    sweepMatches,
  },
  standingOf,
);
