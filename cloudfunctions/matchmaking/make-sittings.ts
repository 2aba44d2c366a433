import { agree } from '../../types/result';
import type { Handler } from './scene';

export const makeSittings: Handler<'makeSittings'> = () => Promise.resolve(agree({ made: 0 }));
