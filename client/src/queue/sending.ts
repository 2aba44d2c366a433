/** Why a sending stopped: nothing is left, or it has to wait. */
export type Sent = { readonly at: 'all' } | { readonly at: 'stopped'; readonly text: string };

/** Refusals that say something about the moment and nothing about the note, which waits. */
export const isPassing = (refusal: string): boolean => ['busy', 'action-unknown', 'sign-in-needed'].includes(refusal);

/** One sending of a matter at a time: asked for while it is under way, it is the same sending. */
export function onePerMatter(): (id: string, send: () => Promise<Sent>) => Promise<Sent> {
  const underWay = new Map<string, Promise<Sent>>();
  return (id, send) => {
    const before = underWay.get(id);
    if (before !== undefined) return before;
    const sending = send().finally(() => underWay.delete(id));
    underWay.set(id, sending);
    return sending;
  };
}
