import { createHash } from 'node:crypto';
import type { ApiRequest, Rule, RuleWorld } from './answer';
import { fail, isOneOf, isRecord, ok } from './answer';
import { isPage } from './pages';

const DAY_S = 86_400;

/** A link may hold so long. Days. Source: WeChat's reference. */
const MOST_DAYS = 30;

/** `urllink.generate`: an address that would open the mini-program from a browser. */
export const urlLink: Rule = (request, world) =>
  faultOf(request, request, world) ?? ok({ url_link: `https://wxaurl.cn/${markOf(request)}` });

/** `urlscheme.generate`: the same for other apps; its page stands in `jump_wxa`. */
export const urlScheme: Rule = (request, world) => {
  const jump = request['jump_wxa'];
  if (jump !== undefined && !isRecord(jump)) return fail(47001, 'data format error: jump_wxa');
  return faultOf(request, jump ?? {}, world) ?? ok({ openlink: `weixin://dl/business/?t=${markOf(request)}` });
};

function faultOf(request: ApiRequest, target: ApiRequest, { now }: RuleWorld) {
  const { path, query, env_version: version = 'release' } = target;
  if (path !== undefined && path !== '' && !isPage(path, 'link')) return fail(40165, 'invalid weapp pagepath');
  if (query !== undefined && (typeof query !== 'string' || query.length > 1024)) return fail(40212, 'invalid query');
  if (!isOneOf(version, ['release', 'trial', 'develop'])) return fail(40097, 'invalid args: env_version');
  const { expire_type: type = 0, expire_time: until, expire_interval: days } = request;
  if (type !== 0 && type !== 1) return fail(40097, 'invalid args: expire_type');
  const seconds = typeof until === 'number' ? until - now.getTime() / 1000 : undefined;
  const isPast =
    type === 0 && until !== undefined && !(seconds !== undefined && seconds > 0 && seconds <= MOST_DAYS * DAY_S);
  const isWrong = type === 1 && !(typeof days === 'number' && days >= 1 && days <= MOST_DAYS);
  return isPast || isWrong ? fail(85401, 'time limit between 1min and 30days') : undefined;
}

const markOf = (request: ApiRequest): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 11);
