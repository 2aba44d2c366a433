import * as z from 'zod/mini';
import type { ArticleLine } from '../../types/article';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import { ArticleRecord, articles } from './article-records';

const Line = z.pick(ArticleRecord, {
  _id: true,
  kind: true,
  title: true,
  office: true,
  publishedAt: true,
  listKey: true,
});
type Line = z.infer<typeof Line>;
const line: Excerpt<Line> = { schema: Line, fields: Object.keys(Line.shape) };

export type OnShelf = { readonly shelf: string; readonly upTo: string | null; readonly most: number };

/** What is listed on a day, the latest first. One round trip; texts do not travel. */
export const onShelf = ({ shelf, upTo, most }: OnShelf, now: EpochMs): Promise<Line[]> =>
  articles.findParts(
    { shelves: shelf, lastDay: { from: shanghaiDay(now) }, ...(upTo === null ? {} : { listKey: { upTo } }) },
    line,
    { order: [['listKey', 'desc']], limit: most },
  );

export const lineOf = ({ _id, kind, title, office, publishedAt }: Line | ArticleRecord): ArticleLine => ({
  articleId: _id,
  kind,
  title,
  office,
  publishedAt,
});
