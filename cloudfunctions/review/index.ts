import { reviewContract } from '../../types/review';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { listDecided } from './list-decided';
import { listPending } from './list-pending';
import { moveUpOverdue } from './move-up-overdue';

export const main = serve('review', reviewContract, { listPending, listDecided, moveUpOverdue }, standingOf);
