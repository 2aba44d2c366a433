import { stationContract } from '../../types/station';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';

export const main = serve('station', stationContract, {}, standingOf);
