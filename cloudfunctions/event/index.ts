import { eventContract } from '../../types/event';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { admitGuest } from './admit-guest';
import { browse } from './browse';
import { calendarFile } from './calendar-file';
import { checkIn } from './check-in';
import { countWalkIn } from './count-walk-in';
import { showDraw } from './show-draw';
import { showHostCodes } from './show-host-codes';
import { showProgramme } from './show-programme';
import { showSeries } from './show-series';

export const main = serve(
  'event',
  eventContract,
  {
    admitGuest,
    browse,
    calendarFile,
    checkIn,
    countWalkIn,
    showDraw,
    showHostCodes,
    showProgramme,
    showSeries,
  },
  standingOf,
);
