import { agree } from '../../types/result';
import { unions } from './records';
import type { Handler } from './scene';

const MOST = 60;

export const searchUnions: Handler<'searchUnions'> = async ({ text }) => {
  const all = await unions.find(
    { level: { in: ['grassroots', 'federation', 'street', 'district'] } },
    { order: [['rank', 'asc']], limit: 1000 },
  );
  const wanted = text.normalize('NFKC').replace(/\s/g, '');
  const found = all.filter((union) => union.name.includes(wanted)).slice(0, MOST);
  return agree({
    unions: found.map((union) => ({
      unionId: union._id,
      name: union.name,
      level: union.level,
      parentName: union.offices[1]?.name ?? null,
    })),
  });
};
