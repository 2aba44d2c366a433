import { stationContract } from '../../types/station';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { admitMember } from './admit-member';
import { answerReports } from './answer-reports';
import { applyImport } from './apply-import';
import { assess } from './assess';
import { checkImport } from './check-import';
import { checkIn } from './check-in';
import { editArticle } from './edit-article';
import { exportRows } from './export-rows';
import { figures } from './figures';
import { listArticles } from './list-articles';
import { listFigure } from './list-figure';
import { listOwn } from './list-own';
import { listOwnReports } from './list-own-reports';
import { listStreets } from './list-streets';
import { lookAround } from './look-around';
import { markFacility } from './mark-facility';
import { openDoor } from './open-door';
import { presenceCodes } from './presence-codes';
import { publishArticle } from './publish-article';
import { reportDoor } from './report-door';
import { restock } from './restock';
import { save } from './save';
import { search } from './search';
import { setClosure } from './set-closure';
import { settleStations } from './settle-stations';
import { show } from './show';
import { showArticle } from './show-article';
import { showDesk } from './show-desk';
import { showForm } from './show-form';
import { stageRows } from './stage-rows';
import { takeWater } from './take-water';
import { useReport } from './use-report';
import { withdrawArticle } from './withdraw-article';

export const main = serve(
  'station',
  stationContract,
  {
    lookAround,
    search,
    listStreets,
    reportDoor,
    listOwnReports,
    answerReports,
    assess,
    show,
    showDesk,
    checkIn,
    presenceCodes,
    takeWater,
    restock,
    openDoor,
    admitMember,
    useReport,
    figures,
    listFigure,
    listOwn,
    stageRows,
    checkImport,
    applyImport,
    exportRows,
    save,
    showForm,
    markFacility,
    setClosure,
    listArticles,
    showArticle,
    publishArticle,
    editArticle,
    withdrawArticle,
    settleStations,
  },
  standingOf,
);
