import type { WordsFor } from '@/answer-words';
import { ownRefusals } from '../match-refusals';

export const agreeRefusals: WordsFor<'matchmaking.agreeTo'> = ownRefusals;
export const showPhotoRefusals: WordsFor<'matchmaking.showOwnPhoto'> = ownRefusals;
export const removePhotoRefusals: WordsFor<'matchmaking.removePhoto'> = ownRefusals;
export const savePhotoRefusals: WordsFor<'matchmaking.savePhoto'> = {
  ...ownRefusals,
  'consent-needed': '放照片要先同意，请在上面打个勾',
  'no-picture': '这张照片读不出来，请换一张',
};

export const photoText = {
  title: '照片（选填）',
  about: '红娘会先看一次，确认是一张合适的照片。介绍给对方时，对方只看到一团模糊的颜色；双方都愿意以后才看得到照片。',
  agreeMissing: '放照片要先同意，请在这里打个勾',
  pick: '选一张照片',
  again: '换一张',
  show: '看看我的照片',
  hide: '收起',
  use: '就用这张',
  drop: '不放了',
  remove: '删掉照片',
  removeAsk: {
    title: '删掉照片？',
    text: '照片会当场删除，以后可以再放。',
    yes: '删掉',
    no: '留着',
  },
  removed: '照片已经删掉',
  saved: '照片收到了，红娘看过以后才会给别人看',
  own: '您的照片',
  blurred: '双方都愿意之前，对方看到的样子',
  has: '您放了一张照片。',
  held: '红娘还没有看过，现在别人看不到。',
  refused: '没有得到相机或相册的允许，请在手机设置里打开',
  unreadable: '这张照片读不出来，请换一张',
} as const;
