import { agree } from '../../types/result';
import { unions } from './records';
import type { Handler } from './scene';

export const listAreas: Handler<'listAreas'> = async () => {
  const streets = await unions.find({ level: 'street' }, { order: [['rank', 'asc']], limit: 1000 });
  return agree({ areas: streets.map((union) => ({ id: union._id, name: union.areaName ?? union.name })) });
};
