import { noticeContract } from '../../types/notice';
import { standingOf } from '../member/standing';
import { serve } from '../runtime/serve';
import { listOwn } from './list-own';
import { purgeOld } from './purge-old';
import { countUnread, markRead } from './read';

export const main = serve('notice', noticeContract, { listOwn, countUnread, markRead, purgeOld }, standingOf);
