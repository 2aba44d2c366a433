import { eventContract } from '../../types/event';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';

export const main = serve('event', eventContract, {}, standingOf);
