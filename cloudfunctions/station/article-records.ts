import * as z from 'zod/mini';
import { ArticleKind } from '../../types/article';
import { ArticleId, StationId, UnionId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';

/** Who did what to an article, in whose name. */
export const ArticleAct = z.object({
  at: EpochMs,
  by: z.string(),
  office: z.string(),
  act: z.enum(['published', 'edited', 'withdrawn']),
  /** What it was called from then on. */
  title: z.string(),
});
export type ArticleAct = z.infer<typeof ArticleAct>;

export const ArticleRecord = z.object({
  _id: ArticleId,
  revision: z.int(),
  state: z.enum(['published', 'withdrawn']),
  kind: ArticleKind,
  title: z.string(),
  body: z.string(),
  /** The last day on which it is listed; `LAST_OF_DAYS` where there is none. */
  lastDay: ShanghaiDay,
  station: z.nullable(z.object({ stationId: StationId, name: z.string() })),
  office: z.string(),
  /** The union that published it, and those above: their staff may change it. */
  scope: z.array(UnionId),
  publishedAt: EpochMs,
  /** The lists that it is in: `all`, `kind:<kind>`, `station:<id>`. */
  shelves: z.array(z.string()),
  /** When it was published, and its id: the order of lists, and a page's mark. */
  listKey: z.string(),
  /** The last thirty. */
  history: z.array(ArticleAct),
});
export type ArticleRecord = z.infer<typeof ArticleRecord>;

export const articles = collection('articles', ArticleRecord);
