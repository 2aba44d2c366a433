import { stationContract } from '../../types/station';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { listStreets } from './list-streets';
import { lookAround } from './look-around';
import { search } from './search';

export const main = serve('station', stationContract, { lookAround, search, listStreets }, standingOf);
