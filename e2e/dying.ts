const HANDS = 32;

/**
 * Does every wish, 32 at a time, while the machine is killed each time a share of them is done.
 *
 * @param restart kills it and serves again
 */
export async function whileDying(
  wishes: readonly (() => Promise<void>)[],
  shares: readonly number[],
  restart: () => Promise<void>,
): Promise<void> {
  const left = [...wishes];
  const progress = { done: 0 };
  const hands = Array.from({ length: HANDS }, async () => {
    for (let wish = left.shift(); wish !== undefined; wish = left.shift()) {
      await wish();
      progress.done += 1;
    }
  });
  const killer = (async () => {
    for (const share of shares) {
      while (progress.done < wishes.length * share) await new Promise((resolve) => setTimeout(resolve, 10));
      if (progress.done === wishes.length) return;
      await restart();
    }
  })();
  // Together: hands that insist would wait for ever for a machine that does not come back.
  await Promise.all([...hands, killer]);
}
