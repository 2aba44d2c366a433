import { eventContract } from '../../types/event';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { acceptOffer } from './accept-offer';
import { admitGuest } from './admit-guest';
import { answerRating } from './answer-rating';
import { askExport } from './ask-export';
import { browse } from './browse';
import { calendarFile } from './calendar-file';
import { callOff } from './call-off';
import { cancel } from './cancel';
import { checkIn } from './check-in';
import { close } from './close';
import { copy } from './copy';
import { copyOwn } from './copy-own';
import { countWalkIn } from './count-walk-in';
import { decideExcuse } from './decide-excuse';
import { decideExport } from './decide-export';
import { endSeries } from './end-series';
import { excuse } from './excuse';
import { fetchExport } from './fetch-export';
import { listDesk } from './list-desk';
import { listOwn } from './list-own';
import { listRegistrants } from './list-registrants';
import { message } from './message';
import { previewSeries } from './preview-series';
import { publish } from './publish';
import { rate } from './rate';
import { register } from './register';
import { reveal } from './reveal';
import { save } from './save';
import { saveSeries } from './save-series';
import { seriesAttendance } from './series-attendance';
import { show } from './show';
import { showDesk } from './show-desk';
import { showDraw } from './show-draw';
import { showForm } from './show-form';
import { showHostCodes } from './show-host-codes';
import { showProgramme } from './show-programme';
import { showSeries } from './show-series';
import { showSeriesForm } from './show-series-form';
import { sweep } from './sweep';

export const main = serve(
  'event',
  eventContract,
  {
    acceptOffer,
    admitGuest,
    answerRating,
    askExport,
    browse,
    calendarFile,
    callOff,
    cancel,
    checkIn,
    close,
    copy,
    copyOwn,
    countWalkIn,
    decideExcuse,
    decideExport,
    endSeries,
    excuse,
    fetchExport,
    listDesk,
    listOwn,
    listRegistrants,
    message,
    previewSeries,
    publish,
    rate,
    register,
    reveal,
    save,
    saveSeries,
    seriesAttendance,
    show,
    showDesk,
    showDraw,
    showForm,
    showHostCodes,
    showProgramme,
    showSeries,
    showSeriesForm,
    sweep,
  },
  standingOf,
);
