import { createHash } from 'node:crypto';
import type { ApiRequest, Rule } from './answer';
import { fail, isMedia, ok, textIn } from './answer';

/** Words by which a test chooses the verdict on a text. */
const RISKY = ['赌博', '代开发票'];
const DOUBTFUL = ['投资', '转账'];
const BREAKS_DOWN = '检查失灵';

/** Version 2 takes so many characters, version 1 so many bytes, a picture so many bytes. Source: WeChat's reference. */
const MOST_CHECKED = 2_500;
const MOST_CHECKED_V1_BYTES = 500 * 1024;
const MOST_PICTURE_BYTES = 1024 ** 2;

type Verdict = 'pass' | 'review' | 'risky';

/**
 * `security.msgSecCheck`: a text with 赌博 or 代开发票 is risky, with 投资 or 转账 to be reviewed, with 检查失灵 the check
 * itself breaks down. Without `version: 2` it is the first version, which knows risky texts only.
 */
export const checkText: Rule = (request) => {
  const content = request['content'];
  const isSecond = Number(request['version']) === 2;
  if (isSecond && (textIn(request, 'openid') === '' || typeof content !== 'string'))
    return fail(40003, 'invalid openid');
  if (typeof content !== 'string' || content === '') return fail(44002, 'empty post data');
  const isTooLong = isSecond ? content.length > MOST_CHECKED : Buffer.byteLength(content) > MOST_CHECKED_V1_BYTES;
  if (isTooLong || (isSecond && !isScene(request))) return fail(47001, 'data format error');
  if (content.includes(BREAKS_DOWN)) return fail(-1, 'system error');
  const suggest = verdictOn(content);
  if (!isSecond) return suggest === 'risky' ? fail(87014, 'risky content') : ok();
  const label = suggest === 'pass' ? 100 : 20_001;
  return ok({
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: traceOf(content),
  });
};

/** `security.imgSecCheck`: a picture is risky when its file name or its bytes hold a risky word. */
export const checkPicture: Rule = ({ media }) => {
  if (!isMedia(media) || media.value.byteLength === 0) return fail(41005, 'media data missing');
  if (!media.contentType.startsWith('image/')) return fail(40004, 'invalid media type');
  if (media.value.byteLength > MOST_PICTURE_BYTES) return fail(40006, 'invalid media size');
  const text = `${media.filename}\n${Buffer.from(media.value).toString('utf8')}`;
  return verdictOn(text) === 'risky' ? fail(87014, 'risky content') : ok();
};

/** `security.mediaCheckAsync`: taken and given a number. The verdict, which WeChat pushes later, never comes here. */
export const checkMediaLater: Rule = (request) => {
  const url = textIn(request, 'media_url');
  if (!/^https?:\/\/\S+$/.test(url)) return fail(47001, 'data format error: media_url');
  if (![1, 2].includes(Number(request['media_type']))) return fail(40004, 'invalid media type');
  if (Number(request['version']) === 2) {
    if (textIn(request, 'openid') === '') return fail(40003, 'invalid openid');
    if (!isScene(request)) return fail(47001, 'data format error');
  }
  return ok({ trace_id: traceOf(url) });
};

/** 1 a profile, 2 a remark, 3 a forum, 4 a social log. */
const isScene = (request: ApiRequest): boolean => [1, 2, 3, 4].includes(Number(request['scene']));

const traceOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 32);

function verdictOn(text: string): Verdict {
  const has = (words: readonly string[]): boolean => words.some((word) => text.includes(word));
  return has(RISKY) ? 'risky' : has(DOUBTFUL) ? 'review' : 'pass';
}
