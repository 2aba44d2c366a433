import type { safetyActions } from '../../types/match-safety';
import { decideReport } from './decide-report';
import { listReports } from './list-reports';
import { readmit } from './readmit';
import type { HandlersOf } from './scene';
import { showReport } from './show-report';

export const safetyHandlers: HandlersOf<typeof safetyActions> = { listReports, showReport, decideReport, readmit };
