import { stationContract } from '../../types/station';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { answerReports } from './answer-reports';
import { checkIn } from './check-in';
import { listOwnReports } from './list-own-reports';
import { listStreets } from './list-streets';
import { lookAround } from './look-around';
import { reportDoor } from './report-door';
import { search } from './search';
import { show } from './show';
import { showDesk } from './show-desk';

export const main = serve(
  'station',
  stationContract,
  { lookAround, search, listStreets, reportDoor, listOwnReports, answerReports, show, showDesk },
  standingOf,
);
