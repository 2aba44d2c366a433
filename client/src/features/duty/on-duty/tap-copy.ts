import type { TapRefusal, Tapped } from '@contract/duty-tap';
import { incidentNames } from '../duty-words';
import { showDutyWords } from './on-duty-copy';

/** Why one tap was not taken, and what to do. */
const tapRefusals: Readonly<Record<TapRefusal, string>> = {
  'too-early': '还没到签到的时间，开班前30分钟起可以签到',
  'too-late': '这一班已经结束，不能再签到了。确实来了的话，请告诉站长',
  'too-old': '隔了一天多才发出去，不能自动记了。请告诉站长，由站长补录',
  'in-future': '手机的时间比实际快了，请在手机设置里打开“自动设置时间”，再做一次',
  'not-clocked-in': '还没有签到成功，这一条没有记下。请先签到，再做一次',
  'clocked-in-already': '之前已经签到过了，不用再签',
  'clocked-out-already': '已经签退了，后面的没有记下',
  'on-duty-elsewhere': '您在另一个站点还没有签退，请先到那一班签退',
  'evidence-needed': '没有扫到码，也没有拿到位置。请扫站点的码，或者用位置签到',
  'code-unreadable': '认不出这个码。请对准站点的码再扫一次，或者输入码下面的字母和数字',
  'code-expired': '这个码已经换了，请扫现在的码',
  'other-station': '这是另一个站点的码，请扫这一班所在站点的码',
  'too-far': '手机说您离站点还有一段路。到了门口再试，或者扫站点的码',
  'list-needed': '关门清单还没有做。请先做清单，或者写明原因再签退',
  'opened-by-other': '同事已经做过这份清单了，谢谢您',
  'colleague-not-here': '这位同事还没有签到，或者已经离岗，暂时不能作证',
  'too-many': '这一班记的已经很多了，这一条没有记下',
  'below-zero': '来访人数已经是0，不能再减',
};

/** The same refusal said of one's word for a colleague. */
const vouchRefusals: Partial<Record<TapRefusal, string>> = {
  'evidence-needed': '您自己签到时没有扫码，暂时不能替同事作证',
};

/** For a whole sending that was refused. */
const sendingRefusals: Readonly<Record<string, string>> = {
  ...showDutyWords,
  'input-invalid': '这一条的内容读不出来，没有记下。请重新填一次',
};

/** Why what was done was not taken, whether the server said so of it alone or of all that came with it. */
export const wordsFor = ({ did }: Tapped): Readonly<Record<string, string>> => ({
  ...sendingRefusals,
  ...tapRefusals,
  ...(did === 'vouch' ? vouchRefusals : {}),
});

/** What was done, as the volunteer would say it. */
export function tapText(tapped: Tapped): string {
  switch (tapped.did) {
    case 'clock-in':
      return '到岗签到';
    case 'opening-list':
      return '开门清单';
    case 'closing-list':
      return '关门清单';
    case 'visitors':
      return tapped.people > 0 ? `来了 ${tapped.people} 位` : `减去 ${-tapped.people} 位`;
    case 'incident':
      return `报告：${incidentNames[tapped.kind]}`;
    case 'handover':
      return '给下一班的留话';
    case 'vouch':
      return '看见同事在岗';
    case 'clock-out':
      return '离岗签退';
  }
}
