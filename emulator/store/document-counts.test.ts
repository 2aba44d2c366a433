import { openStore } from './store';

const named = (store: ReturnType<typeof openStore>, name: string) => {
  const found = store.collection(name);
  if (found === undefined) throw new Error(`no collection ${name}`);
  return found;
};

describe('how many documents a collection holds', () => {
  const store = openStore(':memory:', [{ name: 'old', indexes: [] }]);
  afterAll(() => store.close());
  const add = (name: string, id: string): void => void store.insert(named(store, name), { _id: id });

  it('is told inside a commit as the commit will leave it, and as before where it is undone', () => {
    const counted: number[] = [];
    store.atomically(() => {
      add('old', 'a');
      counted.push(store.count(named(store, 'old')));
      add('old', 'b');
      counted.push(store.count(named(store, 'old')));
    });
    const undone = (): unknown =>
      store.atomically(() => {
        add('old', 'c');
        counted.push(store.count(named(store, 'old')));
        throw new Error('undone');
      });
    expect(undone).toThrow('undone');
    expect([...counted, store.count(named(store, 'old'))]).toEqual([1, 2, 3, 2]);
  });

  it('is none for a new collection, also where a replaced one had its number', () => {
    const staged = store.atomically(() => store.stage({ name: 'late', indexes: [] }));
    store.addCollection('late');
    store.atomically(() => add('late', 'a'));
    expect(store.count(named(store, 'late'))).toBe(1);
    const replaced = store.attempt(() => store.unveil(staged));
    if (replaced === undefined) throw new Error('nothing was replaced');
    expect(store.atomically(() => store.dropSome(replaced, 10))).toBe(true);
    store.addCollection('new');
    expect(named(store, 'new').id).toBe(replaced.id);
    expect([store.count(named(store, 'new')), store.count(named(store, 'late'))]).toEqual([0, 0]);
  });
});
