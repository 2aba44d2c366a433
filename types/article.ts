import * as z from 'zod/mini';
import { contract } from './contract';
import { RequestKey } from './evidence';
import { ArticleId, StationId } from './ids';
import { PageCursor, page } from './paging';
import { EpochMs, ShanghaiDay } from './time';

/** What the union tells everybody: a policy, a piece of news, an announcement. */
export const ArticleKind = z.enum(['policy', 'news', 'announcement']);
export type ArticleKind = z.infer<typeof ArticleKind>;

/** What staff write. */
export const ArticleDraft = z.object({
  kind: ArticleKind,
  title: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(40, 'too-long'),
      z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'characters'),
    ),
  /** Plain text; an empty line parts paragraphs. */
  body: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(2_000, 'too-long'),
      z.regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u, 'characters'),
    ),
  /** The last day on which it is listed; null where it stands until somebody takes it back. */
  lastDay: z.nullable(ShanghaiDay),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** One line of a list. */
export const ArticleLine = z.object({
  articleId: ArticleId,
  kind: ArticleKind,
  title: z.string(),
  /** The union in whose name it was published. */
  office: z.string(),
  publishedAt: EpochMs,
});
export type ArticleLine = z.infer<typeof ArticleLine>;

export const Article = z.object({
  ...ArticleLine.shape,
  body: z.string(),
  lastDay: z.nullable(ShanghaiDay),
  /** Its last day is past: whoever kept the address may still read it. */
  isOver: z.boolean(),
  /** The station that it is about, if it is about one. */
  station: z.nullable(z.object({ stationId: StationId, name: z.string() })),
  /** To be named by whoever changes it. */
  revision: z.int(),
  /** It was changed after it was published. */
  changedAt: z.nullable(EpochMs),
  mayEdit: z.boolean(),
});
export type Article = z.infer<typeof Article>;

const editors = { staff: ['station-head', 'clerk', 'administrator'] } as const;

export const articleActions = contract({
  /** What the unions published for everybody, or about one station; the latest first. Nobody signs in to read. */
  listArticles: {
    caller: 'anyone',
    input: z.object({
      kind: z.nullable(ArticleKind),
      /** null: what is for everybody, and not about one station. */
      stationId: z.nullable(StationId),
      cursor: z.optional(z.nullable(PageCursor)),
    }),
    output: z.object({ ...page(ArticleLine).shape, mayPublish: z.boolean() }),
    refusals: [],
    roundTrips: 2,
  },
  showArticle: {
    caller: 'anyone',
    input: z.object({ articleId: ArticleId }),
    output: Article,
    refusals: ['article-not-found'],
    roundTrips: 2,
  },
  /** For everybody by clerks; about a station by whoever keeps it. The same wish, sent again, is published once. */
  publishArticle: {
    caller: editors,
    input: z.object({ stationId: z.nullable(StationId), draft: ArticleDraft, requestKey: RequestKey }),
    output: z.object({ articleId: ArticleId }),
    refusals: ['station-not-found', 'outside-your-unions', 'clerks-only', 'day-past'],
    roundTrips: 4,
  },
  editArticle: {
    caller: editors,
    input: z.object({ articleId: ArticleId, revision: z.int(), draft: ArticleDraft }),
    output: z.object({ articleId: ArticleId }),
    refusals: ['article-not-found', 'outside-your-unions', 'day-past', 'changed-meanwhile'],
    roundTrips: 3,
  },
  /** Nobody reads it any more; who published and who took it back stays written. */
  withdrawArticle: {
    caller: editors,
    input: z.object({ articleId: ArticleId, revision: z.int() }),
    output: z.object({ articleId: ArticleId }),
    refusals: ['article-not-found', 'outside-your-unions', 'changed-meanwhile'],
    roundTrips: 3,
  },
});
