import { readEvent } from './event-body';

async function* sent(text: string) {
  yield* await Promise.resolve([Buffer.from(text)]);
}

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}"[{"${'}'.repeat(levels)}`;

describe('an event', () => {
  it('nests a hundred levels deep at most; brackets in a text are none', async () => {
    expect(await readEvent(sent(nested(100)))).toMatchObject({ is: 'event', event: { a: {} } });
    expect(await readEvent(sent(nested(101)))).toEqual({ is: 'malformed' });
  });

  it.each(['[]', 'null', '"{}"', '{', '[{}]'])('is an object: %s is none', async (text) => {
    expect(await readEvent(sent(text))).toEqual({ is: 'malformed' });
  });

  it('may be left out', async () => {
    expect(await readEvent(null)).toEqual({ is: 'event', event: {} });
  });
});
