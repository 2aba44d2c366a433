import { stationContract } from '../../types/station';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { list } from './list';

export const main = serve('station', stationContract, { list }, standingOf);
