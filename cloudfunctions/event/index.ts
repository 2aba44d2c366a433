import { eventContract } from '../../types/event';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { browse } from './browse';
import { calendarFile } from './calendar-file';
import { showDraw } from './show-draw';
import { showProgramme } from './show-programme';
import { showSeries } from './show-series';

export const main = serve(
  'event',
  eventContract,
  {
    browse,
    calendarFile,
    showDraw,
    showProgramme,
    showSeries,
  },
  standingOf,
);
