import type { CommonRefusal, RefusalOf } from '@contract/contract';
import type { ActionName, ActionOf } from '@contract/contracts';
import type { FieldProblem, ProblemCode } from '@contract/result';
import { networkFault } from './cloud';

/** A sentence for every refusal of its own; those that any action may give have theirs here and may be worded anew. */
export type WordsFor<Name extends ActionName> = {
  readonly [Refusal in RefusalOf<ActionOf<Name>>]: string;
} & { readonly [Refusal in CommonRefusal]?: string };

const refusalWords: Readonly<Record<CommonRefusal, string>> = {
  'sign-in-needed': '请先登录，再办理这件事',
  'not-allowed': '您的身份不能办理这件事',
  'input-invalid': '有内容需要修改，请查看标出的地方',
  busy: '现在办理的人较多，请稍后重试',
  'action-unknown': '服务正在更新，请稍后重试',
};

export const problemWords: Readonly<Record<ProblemCode, string>> = {
  missing: '请填写这一项',
  'too-long': '内容过长，请写短一些',
  'too-short': '内容过短，请填写完整',
  characters: '含有不能使用的字符，请检查',
  format: '格式不对，请检查',
  'check-digit': '号码有误，请对照证件检查',
  date: '日期有误，请检查',
  'too-young': '未满16周岁，暂时不能申请',
  choice: '请选择其中一项',
};

/** What to say about a refusal, whichever action gave it. */
export function refusalText(refusal: string, words: Readonly<Record<string, string | undefined>> = {}): string {
  const common: Readonly<Record<string, string | undefined>> = refusalWords;
  return words[refusal] ?? common[refusal] ?? '这件事现在办不了，请稍后重试';
}

/** A fault of ours is one sentence, and the number to quote when asking for help. */
export function faultText(fault: string): string {
  if (fault === networkFault) return '网络不可用，请检查网络后重试';
  if (fault === 'unreadable') return '服务暂时不可用，请稍后重试';
  return `服务出现问题，请稍后重试（问题编号 ${fault}）`;
}

/** A sentence for each field by its path, e.g. `document.number`. */
export function problemTexts(fields: readonly FieldProblem[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ path, problem }) => [path, problemWords[problem]]));
}
