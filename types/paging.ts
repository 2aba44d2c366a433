import * as z from 'zod/mini';

/** Opaque to the client: hand it back unread. */
export const PageCursor = z.string().check(z.maxLength(200)).brand<'PageCursor'>();
export type PageCursor = z.infer<typeof PageCursor>;

/** One screenful. `next` is null on the last page; hand it back unread to get the page after. */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), next: z.nullable(PageCursor) });
