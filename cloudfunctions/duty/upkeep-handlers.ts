import type { upkeepActions } from '../../types/duty-upkeep';
import { answerSteward } from './answer-steward';
import { claimTask } from './claim-task';
import { closeTask } from './close-task';
import { deliver } from './deliver';
import { listReportable } from './list-reportable';
import { listStewardships } from './list-stewardships';
import { listTasks } from './list-tasks';
import { offerSteward } from './offer-steward';
import { reportNeed } from './report-need';
import { saveShelf } from './save-shelf';
import type { HandlersOf } from './scene';
import { showIncident } from './show-incident';
import { showShelf } from './show-shelf';
import { sumDeliveries } from './sum-deliveries';

export const upkeepHandlers: HandlersOf<typeof upkeepActions> = {
  listReportable,
  reportNeed,
  listTasks,
  claimTask,
  closeTask,
  offerSteward,
  listStewardships,
  showShelf,
  saveShelf,
  sumDeliveries,
  deliver,
  showIncident,
  answerSteward,
};
